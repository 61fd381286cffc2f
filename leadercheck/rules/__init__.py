"""All rules, as a plain tuple in the order of their ids."""

from typing import Final

from leadercheck.rule import Rule
from leadercheck.rules.acting_unmarked import acting_unmarked
from leadercheck.rules.country_name import country_name
from leadercheck.rules.deputy_lost_or_added import deputy_lost_or_added
from leadercheck.rules.former_still_in_office import former_still_in_office
from leadercheck.rules.late_for_the_living import late_for_the_living
from leadercheck.rules.list_inverted import list_inverted
from leadercheck.rules.name_misspelt import name_misspelt
from leadercheck.rules.organisation_ended import organisation_ended
from leadercheck.rules.title_not_held import title_not_held
from leadercheck.rules.title_outdated import title_outdated
from leadercheck.rules.title_premature import title_premature

RULES: Final[tuple[Rule, ...]] = (
    country_name,
    name_misspelt,
    list_inverted,
    title_not_held,
    title_outdated,
    title_premature,
    former_still_in_office,
    acting_unmarked,
    deputy_lost_or_added,
    late_for_the_living,
    organisation_ended,
)
