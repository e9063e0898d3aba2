//! The two tables of a register's file, and what belongs in their columns.

use super::sheet::Column;

const fn column(key: &'static str, title: &'static str, required: bool, about: &'static str) -> Column {
    Column { key, title, required, about }
}

/// A household a row.
pub const HOUSEHOLDS: [Column; 4] = [
    column(
        "household_number",
        "户号",
        true,
        "1 to 32 letters, digits and dashes; not yet in the register and only once in the file",
    ),
    column("kind", "户别", true, "FAMILY (家庭户), COLLECTIVE (集体户) or PUBLIC_COLLECTIVE (公共集体户)"),
    column("address", "地址", true, "the full label of a dwelling that the precinct's register has"),
    column("established_on", "立户日期", true, "YYYY-MM-DD, not in the future"),
];

/// A member of a household a row.
pub const PERSONS: [Column; 10] = [
    column("household_number", "户号", true, "a household of the same file, or an active one of the register"),
    column("name", "姓名", true, "letters or characters, · (U+00B7) between the parts of a name, at most 50"),
    column("sex", "性别", true, "1 (男), 2 (女), 0 (未知) or 9 (未说明), GB/T 2261.1"),
    column("birth_date", "出生日期", true, "YYYY-MM-DD, the one in the id number"),
    column(
        "relation",
        "与户主关系",
        true,
        "two digits of GB/T 4761-2008; exactly one 02 in a household; older codes are translated",
    ),
    column("id_number", "公民身份号码", false, "18 characters, GB 11643; empty for a newborn"),
    column("phone", "电话", false, "7 to 15 digits"),
    column(
        "category",
        "人口类别",
        false,
        "REGISTERED_RESIDENT (人户一致, the default) or REGISTERED_AWAY (户在人不在)",
    ),
    column("former_name", "曾用名", false, "found by search beside the name"),
    column(
        "member_from",
        "入户日期",
        false,
        "YYYY-MM-DD; the day the household was established, or the birth if later, when empty",
    ),
];
