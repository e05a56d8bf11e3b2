"""What each code in domain/refusals.py says to a person, through texts.py. The msgids are Dutch."""

from __future__ import annotations

from brouwerij.i18n import N_

REFUSALS: dict[str, str] = {
    "command.unknown": N_("Dit kennen we niet. Ververs de pagina en probeer het nog een keer."),
    "command.malformed": N_(
        "Dit konden we niet lezen. Ververs de pagina en probeer het nog een keer."
    ),
    "command.not_allowed": N_("Dit mag alleen wie de sessie begeleidt."),
    "command.id_reused": N_("Dit is al eens verstuurd. Ververs de pagina en kijk of het er staat."),
    "command.retry": N_("Bewaren lukt nu even niet. Probeer het zo nog een keer."),
    "command.too_many": N_("Dat ging erg snel achter elkaar. Probeer het zo nog een keer."),
    "workshop.unknown": N_("Deze code kennen we niet. Kijk nog eens op het scherm."),
    "workshop.ended": N_("Deze sessie is afgelopen. Er kan niets meer bij."),
    "workshop.purged": N_(
        "Namen en contactgegevens van deze sessie zijn gewist. Je kunt hem alleen nog lezen."
    ),
    "workshop.anonymity_locked": N_("Er zijn al anonieme ideeën. De sessie blijft daarom anoniem."),
    "plan.round_started": N_("Deze ronde is al begonnen. Laat hem in het plan staan."),
    "plan.empty": N_("Zet minstens één ronde in het plan."),
    "plan.kind_unknown": N_("Een ronde van deze soort is er niet. Kies er een uit de lijst."),
    "plan.settings_malformed": N_("Een van de instellingen klopt niet. Kijk ze nog eens na."),
    "round.unknown": N_("Deze ronde is er niet meer. Ververs de pagina."),
    "round.not_open": N_("Deze ronde is nog niet begonnen. Even geduld."),
    "round.paused": N_("De ronde staat even stil. Wacht tot hij verdergaat."),
    "round.closed": N_("Deze ronde is voorbij."),
    "round.still_open": N_("Sluit eerst de ronde. Daarna kun je de uitslag tonen."),
    "round.last_phase": N_("Alles van deze ronde is al te zien. Ga door naar de volgende."),
    "round.first": N_("Dit is het begin. Verder terug kan niet."),
    "text.empty": N_("Schrijf eerst iets op."),
    "text.too_long": N_("Dit is te lang. Er passen %(limit)s tekens; dit zijn er %(length)s."),
    "text.changed_since": N_(
        "Iemand anders schreef hier intussen iets. Kies welke tekst het wordt."
    ),
    "undo.nothing": N_("Er is niets om ongedaan te maken."),
    "undo.changed_since": N_("Iemand heeft dit daarna veranderd. Wijzig het nu zelf."),
    "participant.unknown": N_("We kennen je hier nog niet. Doe eerst mee met de code."),
    "participant.initiative_missing": N_("Zeg van welk initiatief je komt."),
    "participant.no_initiative": N_("Deze deelnemer hoort bij geen initiatief."),
    "table.unknown": N_("Deze tafel is er niet. Kies een andere."),
    "idea.unknown": N_("Dit idee is er niet meer."),
    "idea.own": N_("Dit is je eigen idee. Dat je het meent, weten we al."),
    "idea.not_yours": N_("Dit idee is van iemand anders. Je eigen ideeën kun je wijzigen."),
    "idea.id_taken": N_("Dit staat er al. Ververs de pagina."),
    "guest.unknown": N_("Deze gast is er niet meer. Kies een andere."),
    "guest.not_yours": N_("Deze gast heeft een andere helper. Kies er een van jezelf."),
    "hands.too_many": N_(
        "Hier kunnen nog %(limit)s gasten hun hand opsteken. Tel de handen nog eens."
    ),
    "idea.too_many": N_(
        "In deze ronde mag je %(limit)s ideeën inbrengen. Wijzig er een of haal er een weg."
    ),
    "idea.paper_taken": N_(
        "Kaartje %(number)s staat er al, met het idee “%(text)s”. Kijk nog eens naar het nummer."
    ),
    "idea.paper_elsewhere": N_(
        "Kaartje %(number)s is al ingevoerd door iemand anders. Kijk nog eens naar het nummer."
    ),
    "idea.paper_not_yours": N_("Een kaartje vul je in voor een gast. Kies eerst een gast."),
    "idea.same_as_itself": N_("Kies een ander idee: een idee is altijd gelijk aan zichzelf."),
    "idea.sorted_together": N_(
        "In deze ronde sorteren jullie samen. Alleen wie begeleidt, verplaatst nog iets."
    ),
    "idea.placed_by_hand": N_("In deze ronde geef je een idee meteen een plek. Ververs de pagina."),
    "theme.unknown": N_("Dit thema is er niet meer. Kies een ander."),
    "theme.with_itself": N_("Kies een ander thema om mee samen te voegen."),
    "theme.voted_on": N_("Over dit thema is al gestemd. Samenvoegen of splitsen kan niet meer."),
    "initiative.unknown": N_("Dit initiatief is er niet. Kies een ander."),
    "point.unknown": N_("Dit punt is er niet meer."),
    "point.own": N_("Dit schreef je eigen initiatief. Tik bij de punten van de anderen."),
    "point.help_on_factor": N_("Hulp aanbieden kan bij een knelpunt, niet bij een succesfactor."),
    "match.own": N_("Kies een succesfactor van een ander initiatief dan het knelpunt."),
    "wish.no_match": N_("Dit staat niet meer op de versterkingskaart. Kies iets anders."),
    "wish.other_initiative": N_("Dit gaat over andere initiatieven. Kies iets van jullie eigen."),
    "dots.over_budget": N_("Je %(budget)s stippen zijn op. Haal er eerst ergens een weg."),
    "dots.over_theme_limit": N_("Een thema kan %(limit)s stippen van je krijgen, meer niet."),
    "poll.reason_missing": N_("Schrijf erbij wat je bezwaar is. Dan kan de groep ermee verder."),
    "poll.theme_not_listed": N_("Over dit thema stemmen we nu niet."),
    "ballot.not_asked": N_("Dit staat niet in deze stemming. Kies iets uit de lijst."),
    "ballot.no_such_answer": N_("Dit antwoord kennen we hier niet. Kies er een uit de lijst."),
    "ballot.no_hands": N_(
        "Bij deze manier van stemmen kun je geen handen tellen. Vul het per gast in."
    ),
    "card.unknown": N_("Deze kaart is er niet meer."),
    "card.held": N_("Iemand schrijft nu in dit vak. Wacht even of neem een ander vak."),
    "card.other_table": N_("Deze kaart is van een andere tafel."),
    "card.theme_taken": N_("Een andere tafel werkt al aan dit thema. Kies een ander."),
    "group.unknown": N_("Deze werkgroep is er niet meer."),
    "group.exists": N_("Dit thema heeft al een werkgroep. Sluit je daarbij aan."),
    "group.not_member": N_("Dit kunnen alleen de mensen in de werkgroep en de begeleider."),
    "group.full": N_(
        "Deze werkgroep is vol: er passen %(limit)s mensen in. Kies een andere, of volg hem."
    ),
    "signup.past": N_("Kies een dag die nog komt."),
    "signup.closed": N_("Aanmelden kan niet meer. Vraag het de organisator."),
    "contact.missing": N_("Vul je naam in, en een e-mailadres of een telefoonnummer."),
    "contact.consent_missing": N_(
        "Zet eerst het vinkje dat we je gegevens mogen bewaren. Of laat ze leeg."
    ),
    "contact.malformed": N_("Kijk je e-mailadres of telefoonnummer nog eens na."),
    "file.not_ours": N_(
        "Dit is geen verslag van Brouwerij. Kies het bestand dat je bij het verslag als JSON hebt"
        " gedownload."
    ),
    "file.version": N_(
        "Dit verslag komt uit een andere versie van Brouwerij, die we hier niet kunnen lezen."
        " Gebruik een nieuwere Brouwerij."
    ),
    "file.damaged": N_(
        "In dit verslag klopt iets niet, dus er is niets gemaakt. Download het opnieuw, of herstel"
        " wat er is gewijzigd. Het gaat om: %(where)s."
    ),
    "archive.not_ours": N_(
        "Dit is geen archief van Brouwerij. Kies het bestand dat je bij de sessie hebt gedownload."
    ),
    "archive.version": N_(
        "Dit archief komt uit een nieuwere Brouwerij dan deze. Werk eerst deze Brouwerij bij."
    ),
    "archive.damaged": N_(
        "Dit archief is beschadigd, dus er is niets gemaakt. Download of kopieer het opnieuw. Het"
        " gaat om: %(where)s."
    ),
    "archive.too_large": N_("Dit bestand is te groot voor een sessie. Er is niets gemaakt."),
    "picture.too_large": N_("Dit bestand is te groot. Kies een plaatje van hoogstens 2 MB."),
    "picture.unreadable": N_(
        "Dit bestand is geen plaatje dat we kunnen lezen. Kies een PNG, JPEG of WebP."
    ),
    "picture.svg": N_(
        "Een SVG past niet in elk verslag en kan meer bevatten dan een plaatje. Sla het logo op als"
        " PNG en kies die."
    ),
    "picture.too_many_pixels": N_(
        "Dit plaatje is te groot. Maak het hoogstens %(limit)s beeldpunten breed en hoog."
    ),
    "picture.faint": N_(
        "Op wit papier zie je niets van dit plaatje. Kies het logo dat bedoeld is voor een lichte"
        " achtergrond."
    ),
    "date.malformed": N_("Kies een datum, zoals 21-1-2017."),
}
"""Every refusal code in a sentence that says what to do."""
