"""The report in plain sentences, made from its numbers, in the language that is spoken.

Every format says the same thing because every format says it through here, as `words.…`; a module
holds the sentences of one section. Needs an app context.
"""

from brouwerij.report.words.ballots import (
    ballot_cells,
    ballot_heads,
    ballot_intro,
    ballot_reasons,
    ballot_theme,
    ballot_title,
)
from brouwerij.report.words.chart import chart_intro, chart_label, chart_lines
from brouwerij.report.words.direction import direction
from brouwerij.report.words.groups import (
    group_note,
    lacking,
    name,
    plan,
    reach,
    reach_heads,
    roles,
)
from brouwerij.report.words.how_it_went import mood, origin, took, when
from brouwerij.report.words.introductions import heard
from brouwerij.report.words.measured import classes, classes_before, how_measured
from brouwerij.report.words.names import (
    edition,
    rank,
    round_name,
    segment_mark,
    segment_name,
    verdict,
)
from brouwerij.report.words.numbers import (
    clock,
    day,
    day_of,
    decimal,
    limit,
    listed,
    local,
    minutes,
    moment,
    quoted,
    share,
    yes,
)
from brouwerij.report.words.opening import about, caution, figures, summary
from brouwerij.report.words.strengthening import fitting, need_heads, need_rows
from brouwerij.report.words.support import (
    bar_label,
    blank,
    dots_sentence,
    legend,
    live_with,
    objections,
    segment_line,
    segments,
    support_line,
    support_sentences,
    times,
    why,
)
from brouwerij.report.words.themes import behind, card, idea_note, theme_line

__all__ = [
    "about",
    "ballot_cells",
    "ballot_heads",
    "ballot_intro",
    "ballot_reasons",
    "ballot_theme",
    "ballot_title",
    "bar_label",
    "behind",
    "blank",
    "card",
    "caution",
    "chart_intro",
    "chart_label",
    "chart_lines",
    "classes",
    "classes_before",
    "clock",
    "day",
    "day_of",
    "decimal",
    "direction",
    "dots_sentence",
    "edition",
    "figures",
    "fitting",
    "group_note",
    "heard",
    "how_measured",
    "idea_note",
    "lacking",
    "legend",
    "limit",
    "listed",
    "live_with",
    "local",
    "minutes",
    "moment",
    "mood",
    "name",
    "need_heads",
    "need_rows",
    "objections",
    "origin",
    "plan",
    "quoted",
    "rank",
    "reach",
    "reach_heads",
    "roles",
    "round_name",
    "segment_line",
    "segment_mark",
    "segment_name",
    "segments",
    "share",
    "summary",
    "support_line",
    "support_sentences",
    "theme_line",
    "times",
    "took",
    "verdict",
    "when",
    "why",
    "yes",
]
