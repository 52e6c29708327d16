//! More of the vocabulary: holidays, vague times, English.

use super::words::Word;

pub(super) const HOLIDAYS: &[(&str, Word)] = &[
    (
        "음력|명절|설에|설때|설_전|설_지나|설_지난|설_쇠|설_쯤|설_즈음|설_이후|설_연휴|설날|설_연휴|설연휴|설때|설_때|설_전날|설_다음날|구정|추석|한가위|단오|대보름|정월|섣달|동짓달|윤달",
        Word::Lunar,
    ),
    (
        "초파일|석가탄신일|부처님_오신_날|부처님오신날|그믐|칠석|lunar|chuseok|seollal",
        Word::Lunar,
    ),
    ("양력", Word::Solar),
    ("신정|새해_첫날|새해첫날|설명|설정|설치", Word::Other),
    ("신정|새해_첫날|새해첫날", Word::Holiday(1, 1)),
    ("삼일절|3_1절|3·1절|3.1절", Word::Holiday(3, 1)),
    ("만우절", Word::Holiday(4, 1)),
    ("식목일", Word::Holiday(4, 5)),
    ("근로자의_날|노동절", Word::Holiday(5, 1)),
    ("어린이날|어린이_날", Word::Holiday(5, 5)),
    ("어버이날|어버이_날", Word::Holiday(5, 8)),
    ("스승의_날", Word::Holiday(5, 15)),
    ("현충일", Word::Holiday(6, 6)),
    ("제헌절", Word::Holiday(7, 17)),
    ("광복절", Word::Holiday(8, 15)),
    ("개천절", Word::Holiday(10, 3)),
    ("한글날", Word::Holiday(10, 9)),
    ("빼빼로데이", Word::Holiday(11, 11)),
    (
        "크리스마스_이브|크리스마스이브|성탄_전야",
        Word::Holiday(12, 24),
    ),
    (
        "크리스마스|성탄절|성탄|christmas|xmas",
        Word::Holiday(12, 25),
    ),
];

pub(super) const VAGUE: &[(&str, Word)] = &[
    (
        "며칠|몇일|몇칠|메칠|며찰|몇_주|몇_달|몇_개월|몇_년|몇_월|몇주|얼마_전|얼마전|얼마_안|한참|최근|요즘|요새|예전|옛날",
        Word::Vague,
    ),
    (
        "저번에|지난번|지난_번에|접때|couple|월초|월말|연말|연초|년말|년초|주말|지난_주말|이번_주말|봄|여름|가을|겨울|상반기|하반기",
        Word::Vague,
    ),
    (
        "며칟날|몇_시간|언젠가|오래|one_day|some_day|few|a_few|several|the_other_day|recently|weekend|오뉴월",
        Word::Vague,
    ),
    (
        "첫째_주|둘째_주|셋째_주|넷째_주|다섯째_주|첫_주|마지막_주|첫째주|둘째주|셋째주|넷째주",
        Word::Vague,
    ),
    (
        "버전|버젼|ver|version|ios|안드로이드|android|아이폰|갤럭시|iphone|windows|윈도우|v",
        Word::Foreign,
    ),
    (
        "전화번호|연락처|접수번호|주문번호|예약번호|운송장|오류_코드|에러_코드|오류코드|에러코드|오류번호|에러번호",
        Word::Foreign,
    ),
];

pub(super) const ENGLISH: &[(&str, Word)] = &[
    ("january|jan", Word::MonthName(1)),
    ("february|feb|febuary", Word::MonthName(2)),
    ("march|mar", Word::MonthName(3)),
    ("april|apr", Word::MonthName(4)),
    ("may", Word::MonthName(5)),
    ("june|jun", Word::MonthName(6)),
    ("july|jul", Word::MonthName(7)),
    ("august|aug", Word::MonthName(8)),
    ("september|sep|sept", Word::MonthName(9)),
    ("october|oct", Word::MonthName(10)),
    ("november|nov", Word::MonthName(11)),
    ("december|dec", Word::MonthName(12)),
    ("앞으로|남은_기간|남은_날|남은|in", Word::Ahead),
    ("ago|before|earlier|back", Word::Back),
    (
        "later|left|from_now|remaining|after|remain|remains|to_go",
        Word::Forward,
    ),
    (
        "about|around|roughly|maybe|of|the|on|approximately",
        Word::Hedge,
    ),
    ("유월", Word::MonthName(6)),
    ("시월", Word::MonthName(10)),
];
