"""What is kept: the change log, receipts, people, accounts. The only place that commits."""
