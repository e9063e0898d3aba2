//! Households, their memberships and persons on the direct path: which plain fields are written, and how.

use async_graphql::ContextSelectionSet;
use async_graphql::parser::types::{Field, Selection, SelectionSet};
use tenants::households::{Depth, Household as HouseholdRow, Joined};
use tenants::masking;
use tenants::memberships::Membership as MembershipRow;
use tenants::page::{Key, Page};
use tenants::persons::Person as PersonRow;

use super::{AskHousehold, AskHouseholds, Household, Membership};
use crate::codes::CodeValue;
use crate::context::Doorway;
use crate::direct::{Direct, Pen, Shape, Write};
use crate::id::Kind;
use crate::page::{Connection, Edge, Listed, PageInfo};
use crate::persons::Person;

/// A joined household, whether its record is assigned to the asker, and its cursor in the list.
pub struct Row {
    joined: Joined,
    assigned: bool,
    cursor: String,
}

/// A page of joined households.
pub struct PageRow {
    page: Page<Row>,
    follows: bool,
}

/// Answers a page of households directly.
pub(super) async fn page(ask: &AskHouseholds, ctx: &ContextSelectionSet<'_>, alone: bool) -> Option<String> {
    let shape = Shape::of::<Connection<Household>>(&ctx.item.node, ctx)?;
    let opened = ctx.at(ask.precinct).ok()?;
    if alone {
        opened.scope.reads_once();
    }
    let page = opened.scope.households_joined(&ask.filter, &ask.paging, depth(&ctx.item.node, ctx)).await.ok()?;
    let (seal, list) = (ctx.asking().seal(), ask.list());
    let page = page.map(|joined| {
        let key = Key { sort: joined.household.number.clone(), id: joined.household.id.0 };
        Row {
            assigned: opened.scope.assigned(joined.household.beat),
            cursor: seal.cursor(list.name, list.owner, &key),
            joined,
        }
    });
    let mut pen = Pen::new(seal, 24 * 1024);
    shape.object(&PageRow { page, follows: ask.paging.after.is_some() }, &mut pen);
    Some(pen.out)
}

/// Answers one household directly.
pub(super) async fn one(ask: &AskHousehold, ctx: &ContextSelectionSet<'_>, alone: bool) -> Option<String> {
    let shape = Shape::of::<Household>(&ctx.item.node, ctx)?;
    let opened = ctx.at(ask.precinct).ok()?;
    if alone {
        opened.scope.reads_once();
    }
    let joined = opened.scope.household_joined(&ask.find, depth(&ctx.item.node, ctx)).await.ok()?;
    let mut pen = Pen::new(ctx.asking().seal(), 4 * 1024);
    shape.object(
        &Row { assigned: opened.scope.assigned(joined.household.beat), cursor: String::new(), joined },
        &mut pen,
    );
    Some(pen.out)
}

/// How deep a selection goes: whether it names members, and their persons, anywhere.
fn depth(selection: &SelectionSet, ctx: &ContextSelectionSet<'_>) -> Depth {
    match (names(selection, "members", ctx), names(selection, "person", ctx)) {
        (false, _) => Depth::Households,
        (true, false) => Depth::Members,
        (true, true) => Depth::Persons,
    }
}

/// Whether a field of this name is selected; what is skipped by a directive is taken to be selected, and costs a join.
fn names(selection: &SelectionSet, name: &str, ctx: &ContextSelectionSet<'_>) -> bool {
    selection.items.iter().any(|selected| match &selected.node {
        Selection::Field(field) => field.node.name.node == name || names(&field.node.selection_set.node, name, ctx),
        Selection::InlineFragment(part) => names(&part.node.selection_set.node, name, ctx),
        Selection::FragmentSpread(spread) => {
            let part = ctx.query_env.fragments.get(&spread.node.fragment_name.node);
            part.is_some_and(|part| names(&part.node.selection_set.node, name, ctx))
        }
    })
}

impl Direct for Connection<Household> {
    type Row = PageRow;
    const NAME: &'static str = Household::CONNECTION;

    fn write(field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<Write<PageRow>> {
        let selection = &field.selection_set.node;
        Some(match field.name.node.as_str() {
            "nodes" => {
                let node = Shape::of::<Household>(selection, ctx)?;
                Box::new(move |row, pen| pen.list(&row.page.items, |pen, item| node.object(item, pen)))
            }
            "edges" => {
                let edge = Shape::of::<Edge<Household>>(selection, ctx)?;
                Box::new(move |row, pen| pen.list(&row.page.items, |pen, item| edge.object(item, pen)))
            }
            "pageInfo" => {
                let info = Shape::of::<PageInfo>(selection, ctx)?;
                Box::new(move |row, pen| info.object(row, pen))
            }
            _ => return None,
        })
    }
}

impl Direct for Edge<Household> {
    type Row = Row;
    const NAME: &'static str = Household::EDGE;

    fn write(field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<Write<Row>> {
        Some(match field.name.node.as_str() {
            "cursor" => Box::new(|row, pen| pen.plain(&row.cursor)),
            "node" => {
                let node = Shape::of::<Household>(&field.selection_set.node, ctx)?;
                Box::new(move |row, pen| node.object(row, pen))
            }
            _ => return None,
        })
    }
}

impl Direct for PageInfo {
    type Row = PageRow;
    const NAME: &'static str = "PageInfo";

    fn write(field: &Field, _: &ContextSelectionSet<'_>) -> Option<Write<PageRow>> {
        Some(match field.name.node.as_str() {
            "hasNextPage" => Box::new(|row, pen| pen.boolean(row.page.more)),
            "hasPreviousPage" => Box::new(|row, pen| pen.boolean(row.follows)),
            "startCursor" => {
                Box::new(|row, pen| pen.text_or_null(row.page.items.first().map(|row| row.cursor.as_str())))
            }
            "endCursor" => Box::new(|row, pen| pen.text_or_null(row.page.items.last().map(|row| row.cursor.as_str()))),
            _ => return None,
        })
    }
}

impl Direct for Household {
    type Row = Row;
    const NAME: &'static str = "Household";
    const INTERFACES: &'static [&'static str] = &["Node"];

    fn write(field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<Write<Row>> {
        if field.name.node == "members" {
            let member = Shape::of::<Membership>(&field.selection_set.node, ctx)?;
            return Some(Box::new(move |row, pen| pen.list(&row.joined.members, |pen, one| member.object(one, pen))));
        }
        let plain = household_field(field.name.node.as_str())?;
        Some(Box::new(move |row, pen| plain(row, &row.joined.household, pen)))
    }
}

/// How a plain field of a household is written.
fn household_field(name: &str) -> Option<fn(&Row, &HouseholdRow, &mut Pen<'_>)> {
    Some(match name {
        "id" => |_, row, pen| pen.id(Kind::Household, row.precinct, row.id),
        "number" => |_, row, pen| pen.text(&row.number),
        "kind" => |_, row, pen| pen.plain(row.kind.as_str()),
        "state" => |_, row, pen| pen.plain(row.state.as_str()),
        "address" => |all, _, pen| {
            if all.assigned { pen.text(&all.joined.label) } else { pen.text(&masking::address(&all.joined.label)) }
        },
        "addressMasked" => |all, _, pen| pen.text(&masking::address(&all.joined.label)),
        "headName" => |_, row, pen| pen.text(&row.head_name),
        "memberCount" => |_, row, pen| pen.number(row.member_count),
        "establishedOn" => |_, row, pen| pen.date(row.established_on),
        "closedOn" => |_, row, pen| pen.date_or_null(row.closed_on),
        "version" => |_, row, pen| pen.number(row.version),
        "updatedAt" => |_, row, pen| pen.instant(row.updated_at),
        _ => return None,
    })
}

impl Direct for Membership {
    type Row = (MembershipRow, PersonRow);
    const NAME: &'static str = "Membership";

    fn write(field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<Write<Self::Row>> {
        let selection = &field.selection_set.node;
        match field.name.node.as_str() {
            "person" => {
                let person = Shape::of::<Person>(selection, ctx)?;
                Some(Box::new(move |(_, row), pen| person.object(row, pen)))
            }
            "relation" => {
                let code = Shape::of::<CodeValue>(selection, ctx)?;
                Some(Box::new(move |(row, _), pen| match tenants::codes::code_value("relation", &row.relation) {
                    Some(value) => code.object(value, pen),
                    None => pen.null(),
                }))
            }
            name => {
                let plain = membership_field(name)?;
                Some(Box::new(move |(row, _), pen| plain(row, pen)))
            }
        }
    }
}

/// How a plain field of a membership is written.
fn membership_field(name: &str) -> Option<fn(&MembershipRow, &mut Pen<'_>)> {
    Some(match name {
        "id" => |row, pen| pen.id(Kind::Membership, row.precinct, row.id),
        "relationCode" => |row, pen| pen.text(&row.relation),
        "isHead" => |row, pen| pen.boolean(row.is_head()),
        "reason" => |row, pen| pen.text(&row.reason),
        "effectiveFrom" => |row, pen| pen.date(row.effective_from),
        "effectiveTo" => |row, pen| pen.date_or_null(row.effective_to),
        "recordedAt" => |row, pen| pen.instant(row.recorded_at),
        _ => return None,
    })
}

impl Direct for CodeValue {
    type Row = tenants::codes::CodeValue;
    const NAME: &'static str = "CodeValue";

    fn write(field: &Field, _: &ContextSelectionSet<'_>) -> Option<Write<Self::Row>> {
        Some(match field.name.node.as_str() {
            "code" => Box::new(|row, pen| pen.text(&row.code)),
            "label" => Box::new(|row, pen| pen.text(&row.label_zh)),
            "labelEn" => Box::new(|row, pen| pen.text(&row.label_en)),
            "validFrom" => Box::new(|row, pen| pen.date(row.valid_from)),
            "validTo" => Box::new(|row, pen| pen.date_or_null(row.valid_to)),
            _ => return None,
        })
    }
}

impl Direct for Person {
    type Row = PersonRow;
    const NAME: &'static str = "Person";

    fn write(field: &Field, _: &ContextSelectionSet<'_>) -> Option<Write<PersonRow>> {
        let plain: fn(&PersonRow, &mut Pen<'_>) = match field.name.node.as_str() {
            "id" => |row, pen| pen.id(Kind::Person, row.precinct, row.id),
            "name" => |row, pen| pen.text(&row.name),
            "sex" => |row, pen| pen.plain(row.sex.as_str()),
            "birth" => |row, pen| pen.text(&row.birth),
            "idNumber" => |row, pen| pen.text_or_null(row.id_number.as_deref()),
            "phone" => |row, pen| pen.text_or_null(row.phone.as_deref()),
            "isMinor" => |row, pen| pen.boolean(row.is_minor),
            "category" => |row, pen| pen.plain(row.category.as_str()),
            "registeredPlace" => |row, pen| pen.text_or_null(row.registered_place.as_deref()),
            "deceased" => |row, pen| pen.boolean(row.deceased),
            "version" => |row, pen| pen.number(row.version),
            _ => return None,
        };
        Some(Box::new(plain))
    }
}
