//! The vocabulary of dates: which spellings mean what. Misspellings stand beside the right form.

use chrono::Weekday;

use super::words::Word;

pub(super) const DAYS: &[(&str, Word)] = &[
    (
        "오늘|오눌|온을|오날|온늘|오늟|오늘자|금일|당일|today|2day",
        Word::Day(0),
    ),
    (
        "방금|지금|금방|아까|좀_전|조금_전|쫌_전|쫌전|막_받|막_발급|막_했|막_만들|이제_막|just_now|right_now|now",
        Word::Now,
    ),
    (
        "어제|어재|어쟤|어체|어즈께|어져|어졔|어쩨|어저께|어저깨|어제께|어젯|어젯밤|엊저녁|간밤|작일|yesterday|yesterdy|yday",
        Word::Day(-1),
    ),
    (
        "그제|그재|그쟤|그즈께|그졔|그저께|그저깨|그져께|그져깨|그저게|그제께|그제깨|그젓께|그젖께|그재께|그저_께|엇제",
        Word::Day(-2),
    ),
    (
        "day_before_yesterday|the_day_before_yesterday|전전날",
        Word::Day(-2),
    ),
    (
        "그끄저께|그끄제|그끄저깨|그끄재|그그저께|그그제|그그저깨|그그재|그끄저게",
        Word::Day(-3),
    ),
    (
        "엊그제|엊그재|엊그쟤|엊그저께|엊그저깨|엇그제|엇그재|엇그저께|엇그저깨|얻그제|엊그졔|엊그저게|엊그젯|엊그제께",
        Word::DayPair(-3, -2),
    ),
    (
        "내일|네일|래일|낼|냴|명일|익일|tomorrow|tmr|tmrw",
        Word::Day(1),
    ),
    (
        "모레|모래|낼모레|내일모레|낼_모레|내일_모레|낼모래|내일모래|day_after_tomorrow|the_day_after_tomorrow",
        Word::Day(2),
    ),
    ("글피|글페", Word::Day(3)),
    ("그글피", Word::Day(4)),
    ("d-day|디데이|dday", Word::Day(0)),
];

pub(super) const COUNTS: &[(&str, Word)] = &[
    ("하루|하로", Word::Days(1)),
    ("이틀|이틑|이를_전|이툴", Word::Days(2)),
    ("사흘|사흗|사훌", Word::Days(3)),
    ("나흘|나흗", Word::Days(4)),
    ("닷새|닷세|다쌔|닷쌔", Word::Days(5)),
    ("엿새|엿세|여쌔", Word::Days(6)),
    ("이레|이래_전|일헤", Word::Days(7)),
    ("여드레|여드래|여들래", Word::Days(8)),
    ("아흐레|아흐래", Word::Days(9)),
    ("열흘|열흗|여흘|열훌", Word::Days(10)),
    ("열하루", Word::Days(11)),
    ("열이틀", Word::Days(12)),
    ("열사흘", Word::Days(13)),
    ("열나흘", Word::Days(14)),
    ("보름|보룸|열닷새|반달|반_달", Word::Days(15)),
    ("열엿새", Word::Days(16)),
    ("열이레", Word::Days(17)),
    ("열여드레", Word::Days(18)),
    ("열아흐레", Word::Days(19)),
    ("스무날", Word::Days(20)),
    ("스무하루", Word::Days(21)),
    ("스무이틀", Word::Days(22)),
    ("스무사흘", Word::Days(23)),
    ("스무나흘", Word::Days(24)),
    ("스무닷새", Word::Days(25)),
    ("스무엿새", Word::Days(26)),
    ("스무이레", Word::Days(27)),
    ("스무여드레", Word::Days(28)),
    ("스무아흐레", Word::Days(29)),
    ("하루_이틀|하루나_이틀", Word::DaysPair(1, 2)),
    ("이틀_사흘|이사흘|이틀이나_사흘", Word::DaysPair(2, 3)),
    ("사나흘|사날|삼사흘", Word::DaysPair(3, 4)),
    (
        "나댓새|네댓새|너댓새|네닷새|나닷새|너닷새",
        Word::DaysPair(4, 5),
    ),
    ("대엿새|대여섯새", Word::DaysPair(5, 6)),
    ("예니레|예니래", Word::DaysPair(6, 7)),
    ("일여드레", Word::DaysPair(7, 8)),
    ("반년|반_년|half_a_year", Word::HalfYear),
    ("초하루|초하룻날|하룻날", Word::DayOfMonth(1)),
    ("초이틀|초이튿날", Word::DayOfMonth(2)),
    ("초사흘|초사흗날", Word::DayOfMonth(3)),
    ("초나흘", Word::DayOfMonth(4)),
    ("초닷새", Word::DayOfMonth(5)),
    ("초엿새", Word::DayOfMonth(6)),
    ("초이레", Word::DayOfMonth(7)),
    ("초여드레", Word::DayOfMonth(8)),
    ("초아흐레", Word::DayOfMonth(9)),
    ("초열흘", Word::DayOfMonth(10)),
    ("스무하룻날", Word::DayOfMonth(21)),
    ("말일|마지막_날|마지막날", Word::LastDay),
];

pub(super) const WEEKS: &[(&str, Word)] = &[
    (
        "지난_주|지난_쥬|자난_주|저번_주|저번_쭈|저먼_주|저번_쥬|전주|지난_번_주|last_week",
        Word::Week(-1),
    ),
    (
        "지지난_주|지지난_쥬|저저번_주|전전주|지지_난주|저지난_주|저_저번_주|지저번_주|지지난번_주|재지난_주",
        Word::Week(-2),
    ),
    (
        "이번_주|요번_주|금주|이번_쥬|이번_쭈|this_week",
        Word::Week(0),
    ),
    (
        "다음_주|담_주|내주|차주|다음_쥬|담_쥬|다움_주|오는_주|next_week",
        Word::Week(1),
    ),
    ("다다음_주|다담_주|다음_다음_주|담담_주", Word::Week(2)),
    ("지난|지난_번|저번|저_번|last|past|previous", Word::Past),
    ("이번|요번|this", Word::This),
    ("다음|담|next", Word::Next),
    ("오는|돌아오는|다가오는|coming", Word::Coming),
    (
        "월요일|월욜|월요|워료일|monday|mon",
        Word::Weekday(Weekday::Mon),
    ),
    (
        "화요일|화욜|화요|tuesday|tue|tues",
        Word::Weekday(Weekday::Tue),
    ),
    (
        "수요일|수욜|수요|wednesday|wed",
        Word::Weekday(Weekday::Wed),
    ),
    (
        "목요일|목욜|목요|모교일|thursday|thu|thur|thurs",
        Word::Weekday(Weekday::Thu),
    ),
    (
        "금요일|금욜|금요|그묘일|friday|fri",
        Word::Weekday(Weekday::Fri),
    ),
    ("토요일|토욜|토요|saturday|sat", Word::Weekday(Weekday::Sat)),
    (
        "일요일|일욜|일요|이료일|sunday|sun",
        Word::Weekday(Weekday::Sun),
    ),
];

pub(super) const MONTHS_AND_YEARS: &[(&str, Word)] = &[
    (
        "지난_달|저번_달|전달|전월|자난_달|지난_번_달|저번_딸|지난_딸|last_month",
        Word::Month(-1),
    ),
    (
        "지지난_달|저저번_달|전전달|전전월|저지난_달|지저번_달|지지난번_달",
        Word::Month(-2),
    ),
    (
        "이번_달|요번_달|이달|이_달|금월|당월|이번_딸|this_month",
        Word::Month(0),
    ),
    (
        "다음_달|담_달|내달|익월|다음_딸|차월|다움_달|오는_달|next_month",
        Word::Month(1),
    ),
    ("다다음_달|다담_달|다음_다음_달|담담_달", Word::Month(2)),
    (
        "올해|올_해|올|금년|금년도|올해년도|이번_해|이번_년도|this_year|당해|당해년도",
        Word::Year(0),
    ),
    (
        "작년|작년도|지난_해|지난해|작넌|장년|전년|전년도|거년|지난_년도|저번_해|저번_년도|last_year|작녕",
        Word::Year(-1),
    ),
    (
        "재작년|제작년|재장년|제장년|재작년도|지지난_해|지지난해|저저번_해|그러께|재작넌|전전년|저작년",
        Word::Year(-2),
    ),
    (
        "내년|네년|내년도|명년|다음_해|담_해|래년|내넌|다음_년도|next_year",
        Word::Year(1),
    ),
    ("후년", Word::Year(2)),
    ("내후년|네후년|내후년도", Word::YearPair(2, 3)),
];

pub(super) const NATIVE: &[(&str, Word)] = &[
    ("한|a|an|one", Word::Native(1)),
    ("두|두어|둬|two", Word::Native(2)),
    ("세|석|서|three", Word::Native(3)),
    ("네|넉|너|four", Word::Native(4)),
    ("다섯|닷|five", Word::Native(5)),
    ("여섯|엿|six", Word::Native(6)),
    ("일곱|seven", Word::Native(7)),
    ("여덟|여덜|eight", Word::Native(8)),
    ("아홉|nine", Word::Native(9)),
    ("열|ten", Word::Native(10)),
    ("열한|열하나|eleven", Word::Native(11)),
    ("열두|열둘|twelve", Word::Native(12)),
    ("열세", Word::Native(13)),
    ("열네", Word::Native(14)),
    ("열다섯", Word::Native(15)),
    ("열여덟", Word::Native(18)),
    ("스무", Word::Native(20)),
    ("한두|한_두", Word::Pair(1, 2)),
    ("두세|두서|두_세", Word::Pair(2, 3)),
    ("서너|세네|서_너", Word::Pair(3, 4)),
    ("너댓|네댓|너더|네다섯", Word::Pair(4, 5)),
    ("대여섯|대엿", Word::Pair(5, 6)),
    ("예닐곱", Word::Pair(6, 7)),
    ("일고여덟|일여덟", Word::Pair(7, 8)),
];
