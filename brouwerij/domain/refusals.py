"""Why a command can be refused: the code states the fact, brouwerij/texts.py tells a person."""

from __future__ import annotations

import msgspec

CODES: dict[str, str] = {
    "command.unknown": "There is no command of this kind.",
    "command.malformed": "The command's data is not of the shape its kind asks.",
    "command.not_allowed": "This role may not give this command.",
    "command.id_reused": "This id was used before for another command.",
    "command.retry": "The command could not be stored just now; send it again.",
    "command.too_many": "Too many commands in a short time; send it again later.",
    "workshop.unknown": "There is no workshop with this code.",
    "workshop.ended": "The workshop has ended.",
    "workshop.purged": "The people of this workshop were erased; it can only be read.",
    "workshop.anonymity_locked": "Anonymity cannot be lifted once there are ideas.",
    "plan.round_started": "A round that was opened cannot be removed or become another kind.",
    "plan.empty": "A plan has at least one round.",
    "plan.kind_unknown": "There is no round of this kind.",
    "plan.settings_malformed": "A setting of this round has a value that it cannot have.",
    "round.unknown": "There is no such round, or it is of another kind.",
    "round.not_open": "The round has not been opened yet.",
    "round.paused": "The round is paused.",
    "round.closed": "The round is closed.",
    "round.still_open": "Close the round before its results are opened.",
    "round.last_phase": "Everything of this round has been revealed already.",
    "round.first": "There is no earlier round or phase to go back to.",
    "text.empty": "There is no text.",
    "text.too_long": "The text is longer than fits.",
    "text.changed_since": "Somebody else changed the text that this one was to replace.",
    "undo.nothing": "There is nothing to undo.",
    "undo.changed_since": "Somebody changed this since, so it cannot be undone any more.",
    "participant.unknown": "There is no such participant.",
    "participant.initiative_missing": "A participant comes from an initiative.",
    "guest.unknown": "There is no such guest.",
    "guest.not_yours": "This guest has another helper.",
    "hands.too_many": "So many guests of this initiative without an answer here are not there.",
    "participant.no_initiative": "This participant has no initiative.",
    "table.unknown": "There is no table with this number.",
    "idea.unknown": "There is no such idea.",
    "idea.own": "One does not second one's own idea.",
    "idea.not_yours": "This idea is somebody else's.",
    "idea.id_taken": "An entity with this id exists already.",
    "idea.too_many": "This person has entered as many ideas as the round allows.",
    "idea.paper_taken": "This paper card was entered before, as the idea that is named.",
    "idea.paper_elsewhere": "This paper card was entered before, by somebody else.",
    "idea.paper_not_yours": "Only a helper enters paper cards, for a guest.",
    "idea.same_as_itself": "An idea cannot be the same as itself.",
    "idea.sorted_together": "In this round people sort together; only who leads moves by hand.",
    "idea.placed_by_hand": "In this round ideas are placed by hand, not sorted together.",
    "theme.unknown": "There is no such theme.",
    "theme.with_itself": "A theme cannot be merged with itself.",
    "theme.voted_on": "People voted on this theme, so it cannot be merged or split any more.",
    "initiative.unknown": "There is no such initiative.",
    "point.unknown": "There is no such factor or bottleneck.",
    "point.own": "One does not tap what one's own initiative wrote.",
    "point.help_on_factor": "Help can be offered for a bottleneck only.",
    "match.own": "A factor and the bottleneck it fits are of two initiatives.",
    "wish.no_match": "This initiative cannot help with this, as far as the map tells.",
    "wish.other_initiative": "Only people of the two initiatives can be introduced here.",
    "dots.over_budget": "No dots are left.",
    "dots.over_theme_limit": "A theme can get no more dots of one person.",
    "poll.reason_missing": "An objection needs a reason.",
    "poll.theme_not_listed": "This theme is not in the poll.",
    "ballot.not_asked": "This is not asked in this ballot.",
    "ballot.no_such_answer": "The method of this ballot has no such answer.",
    "ballot.no_hands": "By this method each person's answers hang together, so hands say nothing.",
    "card.unknown": "There is no such card.",
    "card.held": "Somebody else is writing in this field.",
    "card.other_table": "This card is of another table.",
    "card.theme_taken": "Another table works on this theme.",
    "group.unknown": "There is no such working group.",
    "group.exists": "This theme has a working group already.",
    "group.not_member": "Only those in the group and the facilitator change this.",
    "group.full": "This working group has as many people as it may have.",
    "signup.past": "A link for signing up cannot end in the past.",
    "signup.closed": "Signing up by the link is over, or was never opened.",
    "contact.missing": "Who signs up afterwards gives a name and an address or number.",
    "contact.consent_missing": "Contact details are kept only with consent.",
    "contact.malformed": "This is no e-mail address or telephone number.",
    "file.not_ours": "This file is no report that Brouwerij made as JSON.",
    "file.version": "This report is of another version than can be read here.",
    "file.damaged": "Something in this report is not as Brouwerij makes it.",
    "archive.not_ours": "This file is no archive of a workshop.",
    "archive.version": "This archive was made by a newer program than can read it here.",
    "archive.damaged": "Something in this archive is not as it was written.",
    "archive.too_large": "This archive holds more than a workshop can.",
    "date.malformed": "This is no date.",
}
"""Every refusal code and the fact it states."""


class Refusal(msgspec.Struct, frozen=True):
    """A no, with its code and what the sentence about it needs."""

    code: str
    params: dict[str, str | int] = {}

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown refusal code {self.code}")
