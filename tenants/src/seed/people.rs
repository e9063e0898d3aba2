//! Made-up people: names from common surnames and characters, numbers of the test region only, telephone numbers in a
//! range that no network has.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use super::draw::Draw;
use crate::codes::Sex;
use crate::id_number::{IdNumber, TEST_REGION};

/// Sequences of each day that one precinct may give out: the same ones whatever other precincts there are.
const BLOCK: usize = 10;
/// Precincts whose blocks fit into the thousand sequences of a day.
pub(super) const MOST_PRECINCTS: usize = 1000 / BLOCK;

const SURNAMES: [(usize, &str); 60] = [
    (72, "王"),
    (70, "李"),
    (66, "张"),
    (52, "刘"),
    (46, "陈"),
    (30, "杨"),
    (22, "黄"),
    (20, "赵"),
    (20, "吴"),
    (19, "周"),
    (14, "徐"),
    (13, "孙"),
    (12, "马"),
    (12, "朱"),
    (12, "胡"),
    (11, "郭"),
    (11, "何"),
    (10, "林"),
    (10, "高"),
    (10, "罗"),
    (9, "郑"),
    (9, "梁"),
    (8, "谢"),
    (8, "宋"),
    (7, "唐"),
    (7, "许"),
    (7, "韩"),
    (7, "邓"),
    (6, "冯"),
    (6, "曹"),
    (6, "彭"),
    (6, "曾"),
    (6, "肖"),
    (6, "田"),
    (6, "董"),
    (5, "袁"),
    (5, "潘"),
    (5, "于"),
    (5, "蒋"),
    (5, "蔡"),
    (5, "余"),
    (5, "杜"),
    (5, "叶"),
    (5, "程"),
    (4, "魏"),
    (4, "苏"),
    (4, "吕"),
    (4, "丁"),
    (4, "任"),
    (4, "沈"),
    (3, "姚"),
    (3, "卢"),
    (3, "姜"),
    (3, "熊"),
    (2, "单"),
    (2, "解"),
    (1, "仇"),
    (1, "区"),
    (2, "欧阳"),
    (1, "尉迟"),
];
const MALE: [&str; 48] = [
    "伟", "强", "磊", "军", "勇", "杰", "涛", "明", "超", "刚", "平", "辉", "鹏", "华", "飞", "鑫", "波", "斌", "宇",
    "浩", "凯", "健", "俊", "帆", "帅", "旭", "宁", "龙", "林", "阳", "志", "建", "国", "海", "东", "文", "子", "轩",
    "博", "然", "泽", "睿", "晨", "嘉", "德", "永", "光", "启",
];
const FEMALE: [&str; 48] = [
    "芳", "娜", "敏", "静", "丽", "艳", "娟", "霞", "燕", "玲", "丹", "萍", "红", "玉", "婷", "雪", "慧", "莹", "梅",
    "倩", "琳", "云", "洁", "颖", "洋", "欣", "悦", "涵", "文", "晓", "雨", "佳", "诗", "梦", "思", "雅", "秀", "桂",
    "兰", "英", "春", "凤", "琴", "月", "巧", "宁", "瑶", "可",
];
const FOREIGN: [&str; 12] = [
    "Anna Larsen",
    "Peter Novak",
    "Maria Costa",
    "John Carter",
    "Yuki Mori",
    "Daniel Weber",
    "Sofia Rossi",
    "Omar Haddad",
    "Lucas Martin",
    "Emma Clarke",
    "Ivan Petrov",
    "Grace Mwangi",
];
const IN_PARTS: [&str; 6] =
    ["买买提·艾力", "阿依古丽·吐尔逊", "才让·卓玛", "古丽娜尔·阿合买提", "扎西·顿珠", "巴特尔·乌云"];

/// Gives out what must not be given twice in a precinct.
pub(super) struct People {
    ordinal: usize,
    given: HashMap<(NaiveDate, bool), usize>,
    phones: usize,
}

impl People {
    /// The people of the `ordinal`-th precinct, under [`MOST_PRECINCTS`].
    pub(super) fn new(ordinal: usize) -> Self {
        Self { ordinal, given: HashMap::new(), phones: 0 }
    }

    /// A number for somebody born about `birth`; the day moves back where the precinct's block is used up.
    pub(super) fn number(&mut self, birth: NaiveDate, sex: Sex) -> Option<IdNumber> {
        let male = sex == Sex::Male;
        let mut day = birth;
        loop {
            let given = self.given.entry((day, male)).or_default();
            if *given < BLOCK / 2 {
                *given += 1;
                // Female sequences are even and begin at 2, male ones are odd: 1, 3, 5, 7, 9 and 2, 4, 6, 8, 0.
                let within = if male { *given * 2 - 1 } else { *given * 2 % BLOCK };
                return IdNumber::compose(TEST_REGION, day, u32::try_from(self.ordinal * BLOCK + within).ok()?);
            }
            day = day.checked_sub_days(Days::new(1)).filter(|day| day.year() >= 1900)?;
        }
    }

    /// Eleven digits that begin with 100, where no mobile network is: `100`, the precinct, a scattered serial.
    pub(super) fn phone(&mut self) -> String {
        self.phones += 1;
        // 7,919 has no factor in common with a million, so no serial comes twice before the million is full.
        format!("100{:02}{:06}", self.ordinal % 100, self.phones * 7_919 % 1_000_000)
    }
}

/// A surname by how common it is.
pub(super) fn surname(draw: &mut Draw) -> &'static str {
    draw.weighted(&SURNAMES)
}

/// A whole name with this surname.
pub(super) fn name(draw: &mut Draw, surname: &str, sex: Sex) -> String {
    let characters = if sex == Sex::Male { &MALE } else { &FEMALE };
    let first = draw.pick(characters);
    let second = if draw.chance(720) { draw.pick(characters) } else { "" };
    format!("{surname}{first}{second}")
}

/// A name of a foreigner, in letters.
pub(super) fn foreign_name(draw: &mut Draw) -> &'static str {
    draw.pick(&FOREIGN)
}

/// A name in parts, as some peoples of the country have.
pub(super) fn name_in_parts(draw: &mut Draw) -> &'static str {
    draw.pick(&IN_PARTS)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn idn_05_numbers_are_unique_over_all_precincts() {
        let birth = NaiveDate::from_ymd_opt(1999, 1, 1).unwrap();
        let mut seen = HashSet::new();
        for ordinal in 0..MOST_PRECINCTS {
            let mut people = People::new(ordinal);
            for i in 0..30 {
                let sex = if i % 2 == 0 { Sex::Female } else { Sex::Male };
                let number = people.number(birth, sex).unwrap();
                assert_eq!(number.sex(), sex);
                assert_eq!(number.region(), "999999");
                assert!(seen.insert(number.as_str().to_owned()), "given twice");
            }
        }
        let first = People::new(0).number(birth, Sex::Female).unwrap();
        assert_eq!(first.as_str(), "99999919990101002X");
    }

    #[test]
    fn phones_are_unique_and_of_no_network() {
        let mut people = People::new(99);
        let phones: HashSet<_> = (0..300_000).map(|_| people.phone()).collect();
        assert_eq!(phones.len(), 300_000);
        assert!(phones.iter().all(|phone| phone.len() == 11 && phone.starts_with("10099")));
    }
}
