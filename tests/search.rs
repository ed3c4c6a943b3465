//! What a query finds in the programme, and what holds for any query.
#![allow(clippy::unwrap_used, reason = "a test that panics says where")]

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation;
use yixin::programme::{Kind, Language, Origin, Programme, Record, embedded, open};
use yixin::search::{Index, Query, highlights, matches, nearest, search};
use yixin::text::{is_han, readings};

static PROGRAMME: LazyLock<Programme> = LazyLock::new(|| embedded().unwrap());
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::build(&PROGRAMME));

/// The id of what was found.
fn id(record: Record) -> &'static str {
    PROGRAMME.id(record)
}

fn targets(typed: &str) -> Vec<Record> {
    let hits = INDEX.search(&PROGRAMME, &Query::parse(typed), usize::MAX, |_| true);
    hits.iter().map(|hit| hit.record).collect()
}

fn found(typed: &str) -> Vec<&'static str> {
    targets(typed).into_iter().map(id).collect()
}

/// Each line: query | the first hit | others among the hits | none of the hits.
const QUERIES: &str = "
# Every region, by initials, pinyin, either script, and English.
xn | xining | innovation-centre-full-chain xining-first-peoples-hospital |
xining | xining | xining-industry-mentoring | haidong-wuxi-study-visits
西宁 | xining | xining-organisation-department | yushu
西寧 | xining | xining-organisation-department | yushu
Xining | xining | xining-nanjing-placements | golog
西宁市 | xining | |
xi'ning | xining | |
xini | xining | |
hd | haidong | haidong-organisation-department |
haidong | haidong | haidong-wuxi-study-visits | yushu
海东 | haidong | haidong-second-peoples-hospital | haixi
海東 | haidong | |
HAIDONG | haidong | |
haid | haidong | |
hx | haixi | haixi-dulan-quinoa | xining
haixi | haixi | haixi-ximei-magnesium-centre | haidong
海西 | haixi | zhejiang-science-park-haixi | haibei
hx州 | haixi | |
海西蒙古族藏族自治州 | haixi | | hainan
mongol | haixi | | hainan
hn | hainan | huangnan |
hainan | hainan | hainan-fair-projects | huangnan
海南 | hainan | hainan-cadre-training | huangnan haixi
海南州 | hainan | |
海南藏族 | hainan | | haixi
hainanz | hainan | |
hb | haibei | haibei-first-high-school | haidong
haibei | haibei | haibei-teacher-mentoring | yushu
海北 | haibei | haibei-first-high-school | hainan
海北州 | haibei | |
ys | yushu | yushu-345-training-project |
yushu | yushu | yushu-capital-medical-university | golog
玉树 | yushu | feature-talent-teams | hainan
玉樹 | yushu | |
Ｙｕｓｈｕ | yushu | |
yus | yushu | |
gl | golog | golog-tourism-talent |
golog | golog | golog-shanghai-training | yushu
guoluo | golog | golog-ecology-culture-teams | yushu
果洛 | golog | | hainan
gluo | golog | |
guol | golog | |
huangnan | huangnan | huangnan-tianjin-help | hainan
黄南 | huangnan | |
黃南 | huangnan | |
huangn | huangnan | |
huang'nan | huangnan | |
# Zones count for their regions, and theirs for the initiatives.
人才创新中心 | - | xining haidong | haixi
rccxzx | - | xining haidong |
specialty talent zone | - | haibei yushu golog huangnan | xining
產業人才集聚區 | - | haixi hainan | xining
# The programme itself, zones, topics, places.
一心两区 | programme | | xining
yixinliangqu | programme | | xining
yxlq | programme | |
“一心兩區” | programme | |
青海省推进“一心两区”人才示范区建设工作方案 | programme | |
省委人才工作领导小组 | programme | |
One Centre, Two Zones | programme | |
创新中心 | innovation | xining haidong |
cyq | industry | haixi hainan |
特色人才匯聚區 | feature | yushu |
神经中枢 | innovation | | industry
shandong | 山东 | linyi weihai liaocheng binzhou |
Beijing | 北京 | peking-university |
# People, partners, places.
cfl | xining-academician-cao-fuliang | cao-fuliang-team | xining
caofl | xining-academician-cao-fuliang | cao-fuliang-team |
caofuliang | xining-academician-cao-fuliang | cao-fuliang-team |
cao'fu'liang | xining-academician-cao-fuliang | |
曹福亮 | xining-academician-cao-fuliang | cao-fuliang-team | haidong
Cao Fuliang | - | xining-academician-cao-fuliang cao-fuliang-team | haixi
fr | - | xining-first-hospital-vocal-fold xining-first-hospital-ent-training |
fangrui | - | xining-first-hospital-vocal-fold xining-first-hospital-ent-training | yushu
方锐 | - | xining-first-hospital-vocal-fold xining-first-hospital-ent-training | yushu
方銳 | - | xining-first-hospital-vocal-fold |
zhongguanghe | cgn | haixi-cgn-solar-thermal-centre | hainan
zgh | cgn | haixi-cgn-solar-thermal-centre |
zgh光热 | - | haixi-cgn-solar-thermal-centre | cgn
zhongguanghu | cgn | |
CGN | - | cgn haixi-cgn-solar-thermal-centre | yushu
wuxi | wuxi | haidong-wuxi-study-visits wuxi-medical-experts | golog
無錫 | wuxi | haidong-second-hospital-wuxi-experts |
shanghai | shanghai | golog-shanghai-training xining-shanghai-tianmen-sharing | huangnan-tianjin-help
nj | nanjing | xining-nanjing-placements |
南京 | nanjing | purple-mountain-observatory | tianjin
tianjin | tianjin | huangnan-tianjin-help | nanjing
天津市 | tianjin | |
tianmen | tianmen | xining-shanghai-tianmen-sharing |
gansu | 甘肃 | lanzhou-organisation-department | nanjing
lanzhou | lanzhou-organisation-department | lanzhou-talent-exchange-agreement | nanjing
qinghuadaxue | tsinghua-university | haixi-lenghu-research-partners | peking-university
Tsinghua | tsinghua-university | haixi-lenghu-research-partners | peking-university
bjdx | peking-university | haixi-lenghu-research-partners |
zijinshan | purple-mountain-observatory | haixi-lenghu-research-partners | tsinghua-university
zjstwt | purple-mountain-observatory | |
ganfeng | ganfeng | haixi-ganfeng-lithium-centre |
gf | ganfeng | haixi-ganfeng-lithium-centre |
贛鋒 | ganfeng | haixi-ganfeng-lithium-centre |
ximei | ximei | haixi-ximei-magnesium-centre |
西鎂 | ximei | haixi-ximei-magnesium-centre |
linyi | linyi | haibei-shandong-placements | wuxi
威海 | weihai | haibei-shandong-placements | haidong
聊城 | liaocheng | |
bz | binzhou | haibei-shandong-placements |
haibeiyizhong | haibei-first-high-school | haibei-all-subject-teachers-studio | haibei-teacher-mentoring
shouduyike | capital-medical-university | yushu-capital-medical-university | peking-university
zzb | central-organisation-department | xining-first-hospital-vocal-fold |
tzy | youth-league-central-committee | |
博士服务团 | doctoral-service-group | xining-first-hospital-vocal-fold | yushu
boshifuwutuan | doctoral-service-group | |
People's Hospital | - | xining-first-peoples-hospital haidong-second-peoples-hospital | haibei-first-high-school
people’s | - | xining-first-peoples-hospital |
# Marks of lists and paths part words where they don't stand within one; + is passed over.
西宁/海东 | - | xining haidong |
西宁-海东 | - | xining haidong |
haidong/xining | - | xining haidong |
#西宁 | xining | |
西宁... | xining | |
人才产业创新服务 | haixi-talent-innovation-platform | |
50+项 | - | haidong-second-hospital-wuxi-experts |
R&D | - | haixi-ximei-magnesium-centre |
# Projects, and polyphones in each of their readings.
ganreyan | - | hainan-hot-dry-rock-agreement hainan-academician-workstation | haixi
gry | - | hainan-hot-dry-rock-agreement hainan-academician-workstation |
干热岩 | - | hainan-hot-dry-rock-agreement hainan-academician-workstation | haixi
乾熱巖 | - | hainan-hot-dry-rock-agreement hainan-academician-workstation | haixi
幹熱岩 | - | hainan-hot-dry-rock-agreement |
hot dry rock | - | hainan-hot-dry-rock-agreement hainan-academician-workstation | haixi
dulan | haixi-dulan-quinoa | | yushu
doulan | haixi-dulan-quinoa | | yushu
都蘭 | haixi-dulan-quinoa | |
limai | haixi-dulan-quinoa | |
quinoa | haixi-dulan-quinoa | | hainan
qiyue | golog-shanghai-training | | xining
qile | golog-shanghai-training | | xining
daijiao | xining-industry-mentoring | |
chuanbangdai | xining-medical-recruiting-and-mentoring | |
zhuanbangdai | xining-medical-recruiting-and-mentoring | |
lvdian | - | haixi-green-power-green-computing | yushu
ludian | - | haixi-green-power-green-computing | yushu
lüdian | - | haixi-green-power-green-computing | yushu
lvsesuanli | - | haixi-green-power-green-computing xining-digital-economy-courses | yushu
綠色算力 | - | haixi-green-power-green-computing | yushu
gongtongti | - | xining-green-computing-education-alliance | xining-industry-mentoring
gtt | - | xining-green-computing-education-alliance |
klsllm | xining-kunlun-alliance-and-expert-pool | | haidong
kunlun | xining-kunlun-alliance-and-expert-pool | | haidong
dsxs | haidong-east-data-west-computing | |
东数西算 | haidong-east-data-west-computing | | xining
lamian | haidong-local-talent-industries | | xining
青稞酒 | haidong-local-talent-industries | | golog
qingxiu | haidong-local-talent-industries | |
chaidamu | haixi-qaidam-clean-energy-talent | | hainan
Qaidam | haixi-qaidam-clean-energy-talent | | hainan
lenghu | haixi-lenghu-research-partners | | hainan
tianwen | - | haixi-lenghu-research-partners haixi-astronomy-expert-pool | yushu
345 | yushu-345-training-project | | golog
24 | doctoral-service-group | |
31个 | hainan-fair-projects | | haixi
50多项 | haidong-second-hospital-wuxi-experts | |
luqing | haibei-shandong-qinghai-education-forum | | yushu
鲁青教育论坛 | haibei-shandong-qinghai-education-forum | | yushu
zengzhi | golog-shanghai-training | | yushu
shengdai | xining-first-hospital-vocal-fold | | yushu
聲帶 | xining-first-hospital-vocal-fold | | yushu
laser | xining-first-hospital-vocal-fold | | yushu
quankeyuanqing | haibei-all-subject-teachers-studio | |
zero-carbon | haixi-storage-and-zero-carbon-talent | | yushu
# Marks in the text are passed over, those between words of a query part them.
高端人才引育用留 | innovation-centre-full-chain | innovation |
“绿色算力” | - | haixi-green-power-green-computing |
lvsesuanli | - | haixi-green-power-green-computing |
西宁市、海东市 | - | innovation |
# A text from a PDF has radicals and compatibility ideographs.
\u{2ec4}宁 | xining | |
\u{2f5f}树 | yushu | |
# v is ü after j q x y, too, and lyu in passports.
yvshu | yushu | |
lyudian | - | haixi-green-power-green-computing |
xveyuan | - | |
# Words are ANDed, each in a field, language and script of its own.
xn 算力 | - | xining-computing-station-and-base xining-kunlun-alliance-and-expert-pool | haidong-wuxi-study-visits haixi-dulan-quinoa
西寧 computing | - | xining-digital-economy-courses | xining-nanjing-placements
shanghai golog | golog-shanghai-training | | xining-shanghai-tianmen-sharing
上海 果洛 | golog-shanghai-training | | xining-shanghai-tianmen-sharing
教育 haibei | - | haibei-all-subject-teachers-studio | xining-digital-economy-courses
hx 文 | - | haixi-lenghu-research-partners | haibei-teacher-mentoring
干热yan | - | hainan-hot-dry-rock-agreement |
青hai | - | |
healthcare 西宁 | - | | haixi
# Nothing to find.
zzzzzz | - | | xining
xiing | - | | xining
inning | - | | xining
东西宁 | - | | xining
宁西 | - | | xining
引育y留 | - | |
👍 | - | | xining
\u{1b}[31m | - | | xining
";

#[test]
fn queries_find_what_they_should() {
    let lines = QUERIES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for line in lines {
        let [typed, first, among, never] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        let found = found(typed);
        if first != "-" && found.first() != Some(&first) {
            wrong.push(format!("{typed}: first is {:?}, not {first}", found.first()));
        }
        for id in among.split_whitespace().filter(|id| !found.contains(id)) {
            wrong.push(format!("{typed}: {id} is missing"));
        }
        for id in never.split_whitespace().filter(|id| found.contains(id)) {
            wrong.push(format!("{typed}: {id} is found"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_meaning_finds_the_same_however_it_is_typed() {
    for spellings in
        ["西寧 西宁", "xining Xining ＸＩＮＩＮＧ xīníng", "干热岩 乾熱巖 幹熱岩", "lvdian ludian lüdian"]
    {
        let all: Vec<_> = spellings
            .split(' ')
            .map(|typed| INDEX.search(&PROGRAMME, &Query::parse(typed), 99, |_| true))
            .collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{spellings}");
    }
}

#[test]
fn english_words_match_from_their_beginning_ahead_of_their_middle() {
    // “art” stands in “arts” and in “partner”, “start”, “department”.
    let begins = |target: &Record| {
        let matches = matches(&PROGRAMME, &Query::parse("art"), *target);
        matches.iter().any(|m| m.ranges.iter().any(|r| !m.text[..r.start].ends_with(char::is_alphanumeric)))
    };
    let initiatives: Vec<_> =
        targets("art").into_iter().filter(|t| matches!(t, Record::Initiative(_))).collect();
    let first_middle = initiatives.iter().position(|target| !begins(target)).unwrap();
    assert!(first_middle > 0 && !initiatives[first_middle..].iter().any(begins), "{initiatives:?}");
}

#[test]
fn initials_within_a_chinese_word_come_last() {
    // Even a name goes below a word that begins with the letters in a text that counts least.
    for (typed, name, place) in
        [("xn", "培训内容", "在西宁"), ("ln", "人力内部", "在岭南"), ("jhx", "宁江、海西", "在江海西")]
    {
        let mut data: serde_json::Value =
            serde_json::from_str(include_str!("../data/programme.json")).unwrap();
        let text = |text: &str| serde_json::json!({ "zh-Hans": text });
        data["partners"].as_array_mut().unwrap().extend([
            serde_json::json!({ "id": "astray", "name": text(name), "kind": "school" }),
            serde_json::json!({ "id": "least", "name": text("某校"), "kind": "school", "place": text(place) }),
        ]);
        let programme = open(Origin::Bytes(data.to_string().as_bytes()), &|_| true).unwrap();
        let hits = search(&programme, &Query::parse(typed), usize::MAX, |_| true);
        let place = |id| hits.iter().position(|hit| programme.id(hit.record) == id).unwrap();
        assert!(place("least") < place("astray"), "{typed}");
    }
}

#[test]
fn a_limit_keeps_the_best_and_a_predicate_is_asked() {
    let query = Query::parse("人才");
    let all = INDEX.search(&PROGRAMME, &query, usize::MAX, |_| true);
    assert!(all.len() > 20 && all.is_sorted_by(|a, b| a.score >= b.score));
    assert_eq!(INDEX.search(&PROGRAMME, &query, 5, |_| true), all[..5]);
    let partners =
        INDEX.search(&PROGRAMME, &query, usize::MAX, |target| matches!(target, Record::Partner(_)));
    assert!(!partners.is_empty() && partners.iter().all(|hit| matches!(hit.record, Record::Partner(_))));
    assert!(INDEX.search(&PROGRAMME, &Query::parse(" "), 5, |_| true).is_empty());
}

#[test]
fn where_nothing_is_found_the_nearest_name_is_offered() {
    for (typed, offered) in [
        ("xinign", "xining"),
        ("xinning", "xining"),
        ("gollog", "golog"),
        ("西宁县", "xining"),
        ("haidnog", "haidong"),
        ("caofuling", "xining-academician-cao-fuliang"),
        ("nanjin", "nanjing"),
        ("tsingua", "tsinghua-university"),
    ] {
        assert_eq!(nearest(&PROGRAMME, &Query::parse(typed)).map(id), Some(offered), "{typed}");
    }
    assert_eq!(nearest(&PROGRAMME, &Query::parse("👍👍👍")), None);
    assert_eq!(nearest(&PROGRAMME, &Query::parse("")), None);
}

#[test]
fn the_match_is_highlighted_where_it_stands() {
    for (typed, text, marked) in [
        ("xn", "西宁市", "[西宁]市"),
        ("xn", "西寧市", "[西寧]市"),
        ("宁", "西寧市", "西[寧]市"),
        ("xining", "Xining City", "[Xining] City"),
        ("cfl", "引进曹福亮院士", "引进[曹福亮]院士"),
        ("caofl ys", "引进曹福亮院士", "引进[曹福亮院士]"),
        ("zgh", "中，广核", "中，广核"),
        ("ai", "AI人才", "[AI]人才"),
        ("e", "cafe\u{301}", "caf[e\u{301}]"),
        ("24批", "第24批", "第[24批]"),
        ("一心两区", "推进“一心两区”建设", "推进“[一心两区]”建设"),
        ("tuijinyixin", "推进“一心两区”建设", "[推进“一心]两区”建设"),
        ("推进“一心两区”", "推进一心两区建设", "[推进一心两区]建设"),
        ("引育用留", "引、育、用、留", "[引、育、用、留]"),
        ("duojie", "扎西·多杰", "扎西·[多杰]"),
        ("扎西多杰", "扎西·多杰", "[扎西·多杰]"),
        ("西宁、海东", "海东西宁", "[海东西宁]"),
        ("qinghais", "Qinghai’s", "[Qinghai’s]"),
        ("人才", "\u{2f08}才", "[\u{2f08}才]"),
        ("jn", "\u{f90a}宁", "[\u{f90a}宁]"),
        ("xn", "培训内容", "培[训内]容"),
        ("xn", "西宁的培训内容", "[西宁]的培训内容"),
    ] {
        let mut shown = text.to_owned();
        for range in highlights(text, &Query::parse(typed)).into_iter().rev() {
            shown.insert(range.end, ']');
            shown.insert(range.start, '[');
        }
        assert_eq!(shown, marked, "{typed}");
    }
}

#[test]
fn every_part_of_a_title_finds_it() {
    for initiative in PROGRAMME.initiative_refs() {
        for language in Language::ALL {
            let title = PROGRAMME[initiative].title.get(language);
            for word in title.split_whitespace() {
                let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
                for (start, end) in starts.iter().zip(starts.iter().skip(2)) {
                    let part = &word[*start..*end];
                    // Marks alone are no word.
                    if part.contains(char::is_alphanumeric) {
                        assert_finds(part, initiative);
                    }
                }
                assert_finds(word, initiative);
            }
        }
    }
}

#[test]
fn every_run_of_three_characters_in_a_title_finds_it_spelled() {
    for initiative in PROGRAMME.initiative_refs() {
        let title: Vec<char> = PROGRAMME[initiative].title.get(Language::ZhHans).chars().collect();
        for run in title.windows(3).filter(|run| run.iter().all(|c| is_han(*c))) {
            let first = |c: &char| readings(*c).next().unwrap();
            let last = |c: &char| readings(*c).last().unwrap();
            assert_finds(&run.iter().map(first).collect::<String>(), initiative);
            assert_finds(&run.iter().map(last).collect::<String>(), initiative);
            assert_finds(&run.iter().map(|c| &first(c)[..1]).collect::<String>(), initiative);
        }
    }
}

fn assert_finds(typed: &str, initiative: yixin::programme::Ref<yixin::programme::Initiative>) {
    assert!(
        targets(typed).contains(&Record::Initiative(initiative)),
        "{typed}: {}",
        PROGRAMME[initiative].id
    );
}

/// Whether each word of a query stands in a text of the target, asked without the index.
fn holds_all(typed: &str, target: Record) -> bool {
    Query::parse(typed).apart().all(|word| !matches(&PROGRAMME, &word, target).is_empty())
}

/// What somebody may type: parts of words that occur, letters, marks, and anything at all.
fn typed() -> impl Strategy<Value = String> {
    let part = select(vec![
        "西", "宁", "寧", "算力", "xn", "x", "xi", "ning", "'", "caofl", "g", "24", "AI", "R&D", "岩", "re",
        "yan", "Ｇ", "“", "的", "com", "é", "👍", ".", "lv", "人才", "z", "h", "\u{301}", "”", "、", "，",
        "\u{2f08}", "心两", "xinliang", "、海", "{", "〗", "］",
    ]);
    let word = prop::collection::vec(part, 1..5).prop_map(|parts| parts.concat());
    prop_oneof![
        3 => prop::collection::vec(word, 1..4).prop_map(|words| words.join(" ")),
        1 => ".{0,40}",
        1 => "[a-z']{1,8}",
        1 => "[a-z]{900,1100}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_all_and_only_what_is_there(typed in typed()) {
        let mut found = targets(&typed);
        found.sort();
        let all = Kind::ALL.into_iter().flat_map(|kind| PROGRAMME.records(kind));
        let mut expected: Vec<Record> = all.filter(|t| !Query::parse(&typed).is_empty() && holds_all(&typed, *t)).collect();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_search_without_the_index_finds_the_same(typed in typed(), limit in 0usize..99) {
        let query = Query::parse(&typed);
        let within = |record: Record| record.kind() != Kind::Partner;
        prop_assert_eq!(search(&PROGRAMME, &query, limit, within), INDEX.search(&PROGRAMME, &query, limit, within));
        let all = (search(&PROGRAMME, &query, usize::MAX, |_| true), INDEX.search(&PROGRAMME, &query, usize::MAX, |_| true));
        prop_assert_eq!(all.0, all.1);
    }

    #[test]
    fn highlights_are_apart_and_on_grapheme_borders(typed in typed(), text in ".{0,40}", nth in 0usize..49) {
        let title = PROGRAMME.initiatives[nth].title.get(Language::ZhHant);
        for text in [&format!("{text}{typed}{text}"), title] {
            let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            let ranges = highlights(text, &Query::parse(&typed));
            prop_assert!(ranges.iter().all(|r| r.start < r.end && borders.contains(&r.start) && borders.contains(&r.end)));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }

    #[test]
    fn every_hit_says_where(typed in typed()) {
        for hit in INDEX.search(&PROGRAMME, &Query::parse(&typed), 20, |_| true) {
            prop_assert!(!matches(&PROGRAMME, &Query::parse(&typed), hit.record).is_empty());
        }
        nearest(&PROGRAMME, &Query::parse(&typed));
    }
}
