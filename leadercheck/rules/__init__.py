"""All rules, as a plain tuple in the order of their ids."""

from typing import Final

from leadercheck.rule import Rule
from leadercheck.rules.abbreviation_mixed import abbreviation_mixed
from leadercheck.rules.acting_unmarked import acting_unmarked
from leadercheck.rules.alternate_member import alternate_member
from leadercheck.rules.chain_order import chain_order
from leadercheck.rules.country_name import country_name
from leadercheck.rules.dangerous_slip import dangerous_slip
from leadercheck.rules.deputy_lost_or_added import deputy_lost_or_added
from leadercheck.rules.diacritics_lost import diacritics_lost
from leadercheck.rules.former_still_in_office import former_still_in_office
from leadercheck.rules.funeral_kind import funeral_kind
from leadercheck.rules.held_by_another import held_by_another
from leadercheck.rules.honorific_doubled import honorific_doubled
from leadercheck.rules.honorific_gender import honorific_gender
from leadercheck.rules.honorific_mixed import honorific_mixed
from leadercheck.rules.incomplete_at_first_mention import incomplete_at_first_mention
from leadercheck.rules.institutions_inverted import institutions_inverted
from leadercheck.rules.late_for_the_living import late_for_the_living
from leadercheck.rules.list_inverted import list_inverted
from leadercheck.rules.list_inverted_local import list_inverted_local
from leadercheck.rules.name_broken_or_glued import name_broken_or_glued
from leadercheck.rules.name_case import name_case
from leadercheck.rules.name_inconsistent import name_inconsistent
from leadercheck.rules.name_missing import name_missing
from leadercheck.rules.name_misspelt import name_misspelt
from leadercheck.rules.namesake import namesake
from leadercheck.rules.nguyen_or_cuu import nguyen_or_cuu
from leadercheck.rules.no_such_position import no_such_position
from leadercheck.rules.organisation_case import organisation_case
from leadercheck.rules.organisation_ended import organisation_ended
from leadercheck.rules.rank_wrong import rank_wrong
from leadercheck.rules.scope_term import scope_term
from leadercheck.rules.term_wrong import term_wrong
from leadercheck.rules.title_case import title_case
from leadercheck.rules.title_not_held import title_not_held
from leadercheck.rules.title_outdated import title_outdated
from leadercheck.rules.title_premature import title_premature
from leadercheck.rules.title_variant_mixed import title_variant_mixed
from leadercheck.rules.tone_placement_mixed import tone_placement_mixed
from leadercheck.rules.two_posts_at_once import two_posts_at_once

RULES: Final[tuple[Rule, ...]] = (
    title_case,
    organisation_case,
    country_name,
    tone_placement_mixed,
    abbreviation_mixed,
    title_variant_mixed,
    honorific_gender,
    honorific_mixed,
    honorific_doubled,
    nguyen_or_cuu,
    funeral_kind,
    scope_term,
    name_missing,
    dangerous_slip,
    name_misspelt,
    diacritics_lost,
    name_case,
    name_broken_or_glued,
    namesake,
    name_inconsistent,
    list_inverted,
    list_inverted_local,
    institutions_inverted,
    title_not_held,
    title_outdated,
    title_premature,
    former_still_in_office,
    acting_unmarked,
    deputy_lost_or_added,
    late_for_the_living,
    incomplete_at_first_mention,
    organisation_ended,
    no_such_position,
    rank_wrong,
    alternate_member,
    term_wrong,
    chain_order,
    held_by_another,
    two_posts_at_once,
)
