"""What the made-up people of a preview say: nothing that is about one question only."""

from __future__ import annotations

from brouwerij.domain.preview import Words
from brouwerij.i18n import gettext

NAMES = ("Noor", "Bram", "Fatima", "Jaap", "Elif", "Wouter", "Ingrid", "Sem")


def words() -> Words:
    """All of it, in the language that is now spoken."""
    return Words(
        names=NAMES,
        initiatives=(gettext("Buurttuin"), gettext("Repaircafé"), gettext("Leeszaal")),
        introductions=(
            (
                gettext("Een groep buren die elke week samen iets doet"),
                gettext("Wie hier één keer komt, blijft meestal hangen"),
                gettext("Een vaste kern die elke week bij elkaar komt"),
                gettext("Te weinig mensen die iets willen trekken"),
            ),
            (
                gettext("Vrijwilligers die hun plek voor iedereen openhouden"),
                gettext("Jong en oud helpen elkaar zonder dat iemand het vraagt"),
                gettext("Korte vergaderingen met duidelijke taken"),
                gettext("Geen vaste plek om elkaar te ontmoeten"),
            ),
            (
                gettext("Een vereniging die met weinig geld veel voor elkaar krijgt"),
                gettext("Elk jaar een feest dat we helemaal zelf maken"),
                gettext("Goed contact met de gemeente"),
                gettext("Subsidie aanvragen kost te veel tijd"),
            ),
        ),
        themes={
            gettext("Elkaar vaker zien"): (
                gettext("Elke maand samen eten, steeds bij een ander"),
                gettext("Een dag waarop iedereen de deuren opent"),
                gettext("Een dag met elkaar meelopen"),
            ),
            gettext("Kennis delen"): (
                gettext("Een lijst met wie wat kan en wie je mag bellen"),
                gettext("Een maatje voor wie net begint"),
                gettext("Elk half jaar een avond over wat er misging"),
            ),
            gettext("Laten zien wat we doen"): (
                gettext("Eén agenda met alles wat er te doen is"),
                gettext("Samen een filmpje maken over wat we doen"),
                gettext("Een stuk in de krant over gewone mensen"),
            ),
            gettext("Geld en ruimte"): (
                gettext("Met elkaar één subsidie aanvragen"),
                gettext("Een ruimte die we om de beurt gebruiken"),
                gettext("Een potje waaruit je snel iets kunt betalen"),
            ),
            gettext("Spullen samen gebruiken"): (
                gettext("Gereedschap dat je van elkaar kunt lenen"),
                gettext("Overgebleven verf en hout op één plek bewaren"),
                gettext("Samen een busje kopen"),
            ),
        },
        objection=gettext("Dit kost ons te veel tijd"),
        amendment=gettext("We proberen het een half jaar met wie wil, en kijken dan verder"),
        card={
            "what": gettext("Een avond per maand waarop iedereen welkom is"),
            "why": gettext("Wie elkaar kent, vraagt sneller om hulp"),
            "first_step": gettext("Een datum prikken en drie mensen vragen"),
            "who": gettext("Uit elk initiatief één iemand"),
            "needs": gettext("Een ruimte, en een beetje geld voor soep"),
        },
    )
