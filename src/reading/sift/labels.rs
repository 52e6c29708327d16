//! The words that say what a number beside them is.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;

/// What a word makes of the numbers near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A password, of whatever kind.
    Password,
    Otp,
    Ars,
    Sms,
    /// «문자», «번호»: six digits near it are a code.
    Letter,
    SecurityCard,
    /// «지시번호»: positions on the security card, with the numbers that stand there.
    Positions,
    Serial,
    Account,
    Rrn,
    Arc,
    Licence,
    Passport,
    Card,
    Cvc,
    Phone,
    /// A number that may be known: order, parcel, error, version.
    Harmless,
    /// «발급», «만료»: digits that read as a date are one.
    Date,
}

/// A word and what it means; indices into the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
}

/// All labels in order; of overlapping ones the first, then the longest.
pub(super) fn labels(chars: &[char]) -> Vec<Label> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match label(chars, at) {
            Some(label) => {
                at = label.end.max(at + 1);
                found.push(label);
            }
            None => at += 1,
        }
    }
    found
}

/// The labels that end at or before an index, in order.
pub(super) fn before(labels: &[Label], at: usize) -> &[Label] {
    &labels[..labels.partition_point(|label| label.end <= at)]
}

/// The labels that begin at or behind an index, in order.
pub(super) fn behind(labels: &[Label], at: usize) -> &[Label] {
    &labels[labels.partition_point(|label| label.start < at)..]
}

/// The labels that end or begin within `reach` of a range, in order.
pub(super) fn around(labels: &[Label], start: usize, end: usize, reach: usize) -> &[Label] {
    let first = labels.partition_point(|label| label.end + reach < start);
    let last = labels.partition_point(|label| label.start <= end + reach);
    &labels[first..last.max(first)]
}

fn label(chars: &[char], at: usize) -> Option<Label> {
    let (meaning, end) = LABELS.longest(chars, at)?;
    let is_latin = |index: usize| chars.get(index).is_some_and(char::is_ascii_alphabetic);
    let is_syllable = |index: usize| chars.get(index).is_some_and(|c| matches!(c, '가'..='힣'));
    // Latin words count only whole; a single syllable only where a word begins.
    if is_latin(at) && ((at > 0 && is_latin(at - 1)) || is_latin(end)) {
        return None;
    }
    if end - at == 1 && at > 0 && is_syllable(at - 1) {
        return None;
    }
    Some(Label {
        start: at,
        end,
        meaning,
    })
}

static LABELS: LazyLock<Lexicon<Meaning>> =
    LazyLock::new(|| Lexicon::new(&[SECRETS, PAPERS, HARMLESS].concat()));

const SECRETS: &[(&str, Meaning)] = &[
    (
        "비번|비_밀_번_호|비밀_번호|비밀번혼|비밀버노|비밀번오|비밀뻔호|비밀본호|비밀번허|비밀벊호|빔번|비반|비뻔|비밀번|비밀_숫자",
        Meaning::Password,
    ),
    (
        "비번호|ㅂㅂ|ㅂㅁㅂㅎ|ㅂㄹㅂㅎ|삐번|비빌번호|비밀변호|비밀먼호|비멀번호|베밀번호|비밀번후|비밀범호|비빔번호|비밀법호",
        Meaning::Password,
    ),
    (
        "패스워드|페스워드|패쓰워드|패스_워드|패스월드|페스월드|패스코드|패쓰|암호|암오|앎호|암호번호|간편비번",
        Meaning::Password,
    ),
    (
        "password|passwd|passward|pasword|passwrod|passcode|pwd|pw|p/w|pass|pin|pincode|pin_code|pin_number|passphrase",
        Meaning::Password,
    ),
    (
        "핀번호|핀_번호|핀넘버|핀코드|핀|피아이엔|핀번|여섯자리_비번|6자리_비번|보안번호|결제비번",
        Meaning::Password,
    ),
    (
        "오티피|오티비|오피티|오_티_피|otp|o.t.p|opt|일회용_비밀번호|1회용_비밀번호|일회용_비번|일회용_번호|1회용|otp생성기|ㅇㅌㅍ|오튀피|오팁",
        Meaning::Otp,
    ),
    (
        "one_time_password|one-time_password|토큰|token|생성기|시간동기",
        Meaning::Otp,
    ),
    (
        "승인번호|승인_번호|승인번|승인코드|승인_코드|숭인번호|승인본호|승인넘버|승인_숫자|승인번오|승인뻔호|승민번호|승닌번호|ㅅㅇㅂㅎ",
        Meaning::Ars,
    ),
    (
        "ars|에이알에스|에이아르에스|자동응답|에이알애스|approval_code|approval_number|승인_번혹|승잉번호|승인",
        Meaning::Ars,
    ),
    (
        "인증번호|인증_번호|인증코드|인증_코드|인증본호|인증번오|인증숫자|인쯩번호|인증뻔호|인증넘버|인증번|ㅇㅈㅂㅎ|안증번호|인증변호|인증범호",
        Meaning::Sms,
    ),
    (
        "확인코드|확인_코드|확인번호|확인_번호|확인_숫자|본인확인_번호|verification_code|auth_code|verification|authcode|인증키|보안코드|보안_코드",
        Meaning::Sms,
    ),
    (
        "security_code|sms_code|sms인증|문자_인증|문자인증|본인인증_번호|회신번호|회신_번호|확인코트|인증_숫자",
        Meaning::Sms,
    ),
    (
        "문자|메시지|메세지|sms|카톡|번호|숫자|코드|code|text_message",
        Meaning::Letter,
    ),
    (
        "보안_카드|보완카드|보안까드|보안카트|보안카드번호|보안_카드_번호|보안커드|시큐어_카드|시큐리티_카드|씨큐어카드|시큐어까드|시크릿카드",
        Meaning::SecurityCard,
    ),
    (
        "security_card|secure_card|secure카드|보안card|난수표|안전카드|코드표|ㅂㅇㅋㄷ|시큐카드|씨큐리티카드|보안카두|비밀카드",
        Meaning::SecurityCard,
    ),
    ("지시번호|지시_번호", Meaning::Positions),
    (
        "일련번호|일련_번호|일연번호|일렬번호|일련번오|일련본호|시리얼|씨리얼|시리얼넘버|시리얼_넘버|시리얼번호|serial|serial_number|s/n|일년번호",
        Meaning::Serial,
    ),
    (
        "일련뻔호|열련번호|일련번|일련_넘버|고유번호",
        Meaning::Serial,
    ),
];

const PAPERS: &[(&str, Meaning)] = &[
    (
        "계좌|계좌번호|계좌_번호|개좌|게좌|계쫘|통장|통장번호|통장_번호|통장계좌|account|account_number|acct|입금_계좌|출금_계좌|계자|게자번호",
        Meaning::Account,
    ),
    (
        "국민은행|국민_은행|kb국민|kb은행|국민|신한|신한은행|우리은행|하나은행|농협|카카오뱅크|토스뱅크|기업은행|새마을금고|우체국|수협|신협",
        Meaning::Account,
    ),
    (
        "주민|주민번호|주민_번호|주민등록|주민_등록|주민등록번호|주민_등록_번호|주민뻔호|주민본호|주민등록변호|주민번오|주민등번호|주번|민증|민증번호",
        Meaning::Rrn,
    ),
    (
        "주민등록증|주민증|ㅈㅁㅂㅎ|쥬민번호|주밍번호|주민듬록번호|resident_number|resident_registration|rrn|주민등록번오|주민번|뒷자리|뒷_자리|뒷번호",
        Meaning::Rrn,
    ),
    (
        "외국인등록번호|외국인_등록_번호|외국인_등록번호|외국인번호|외국인_번호|외국인등록증|외국인_등록|외국인등록|거소신고|거소|거소번호|거소증|국내거소",
        Meaning::Arc,
    ),
    (
        "등록번호|등록_번호|alien|alien_registration|arc|foreigner_registration|registration_number|거소신고번호|거소신고_번호|체류카드",
        Meaning::Arc,
    ),
    (
        "면허|면허증|면허번호|면허_번호|운전면허|운전_면허|운전면허증|운전면허번호|licence|license|driver's_license|driver_license|driving_licence|면헌|면호증",
        Meaning::Licence,
    ),
    (
        "여권|여권번호|여권_번호|여꿘|여꿘번호|passport|passport_number|passport_no|여권넘버|여궨|여권본호",
        Meaning::Passport,
    ),
    (
        "카드|카드번호|카드_번호|카드본호|카드번오|까드|체크카드|신용카드|card|card_number|card_no|credit_card|체카|신카|카드넘버",
        Meaning::Card,
    ),
    (
        "cvc|cvv|cvn|cvc번호|cvv번호|씨브이씨|씨브이브이|시브이씨|cvc2|cvv2|씨부이씨|카드_뒤_세_자리|카드_뒤_3자리|카드_뒷면_세_자리|카드_뒷면_3자리",
        Meaning::Cvc,
    ),
    (
        "뒤_세_자리|뒤_3자리|뒤_3_자리|뒷면_세_자리|뒷면_3자리|뒷면_숫자|뒷면_세자리|뒤에_세_자리|뒤에_3자리|뒷_세자리|뒷_3자리|뒤쪽_세_자리",
        Meaning::Cvc,
    ),
    (
        "뒷면_번호|뒤_숫자|뒤에_있는_세_자리|뒤에_있는_3자리|뒷면에_있는_세_자리|뒷면에_3자리|뒷면에_세_자리|서명란|뒤_세_숫자|세_자리_숫자|3자리_숫자",
        Meaning::Cvc,
    ),
    (
        "전화번호|전화_번호|핸드폰|핸폰|휴대폰|휴대전화|폰번호|폰|전번|연락처|전화|폰_번호|휴대폰번호|휴대폰_번호|핸드폰_번호|phone|mobile|tel|핸드폰번호",
        Meaning::Phone,
    ),
];

const HARMLESS: &[(&str, Meaning)] = &[
    (
        "주문|주문번호|주문_번호|운송장|운송장번호|운송장_번호|송장|송장번호|송장_번호|택배|등기|등기번호|등기_번호|배송|배송번호|tracking|order|order_no|주문서",
        Meaning::Harmless,
    ),
    (
        "접수|접수번호|접수_번호|접수증|문의번호|문의_번호|예약|예약번호|예약_번호|대기번호|대기_번호|대기표|번호표|순번|순번대기표|민원번호|민원_번호|상담번호|상담_번호",
        Meaning::Harmless,
    ),
    (
        "오류|오류_코드|오류코드|오류번호|오류_번호|에러|에러_코드|에러코드|에러번호|에러_번호|error|error_code|err|errno|에러메시지|오류_메시지|장애코드|결과코드|응답코드",
        Meaning::Harmless,
    ),
    (
        "버전|버젼|version|ver|ios|안드로이드|android|아이폰|iphone|갤럭시|galaxy|윈도우|windows|win|빌드|build|모델명|모델|모델번호|크롬|chrome|앱버전",
        Meaning::Harmless,
    ),
    (
        "우편번호|우편_번호|사업자번호|사업자_번호|사업자등록번호|사업자_등록번호|사업자_등록_번호|법인|법인등록번호|법인_등록번호|법인번호|통신판매|통신판매업",
        Meaning::Harmless,
    ),
    (
        "고객센터|콜센터|고객_센터|콜_센터|대표번호|대표_번호|대표전화|상담센터|상담전화|상담원|은행코드|은행_코드|지점코드|지점_코드|기관코드|점포코드|지점번호",
        Meaning::Harmless,
    ),
    (
        "금액|잔액|한도|수수료|이체한도|이체_한도|금리|이율|가격|송금액|입금액|출금액|요금|이자|원금|대출|적금",
        Meaning::Harmless,
    ),
    (
        "변경일|가입일|가입_날짜|등록일|출생|거래번호|거래_번호|결제번호|결제_번호|영수증|영수증번호|관리번호|관리_번호|문서번호|문서_번호|사건번호",
        Meaning::Harmless,
    ),
    (
        "바코드|상품번호|상품코드|제품번호|제품_번호|품번|쿠폰|쿠폰번호|회원번호|학번|사번|차량번호|차번호|동호수|아이디|id|user_id|userid|유저|닉네임|이메일|메일|email",
        Meaning::Harmless,
    ),
    (
        "공고|공고번호|고시|조회번호|조회_번호|신청번호|신청_번호|발급번호|신고번호|글번호|게시글|문서확인번호|인터넷주소|사이트|주소|링크|url|ip",
        Meaning::Harmless,
    ),
    (
        "접수_no|주문_no|티켓|ticket|케이스|case|참조번호|reference|ref|추적번호|등기우편|우편물|화물|물품번호|배송조회|수거번호|반품",
        Meaning::Harmless,
    ),
    (
        "주민센터|주민등록등본|주민등록_등본|주민_센터|카드사|카드단말기|통장정리|면허시험장|여권과|비밀번호_오류|비밀번호_에러|비번_오류|인증_오류|인증오류",
        Meaning::Harmless,
    ),
    (
        "비밀번호_오류횟수|보안등급|번호키|번호이동|번호판|몇_번호|문자수|코드네임|준비번호|승인취소|승인거절|카드결제|승인_취소",
        Meaning::Harmless,
    ),
    (
        "발급일|발급|재발급|만료일|만료|유효기간|유효_기간|갱신|갱신일|날짜|일자|기한|기간|만기|만기일|까지|부터|생년월일|생일|생년|발행일|시작일|종료일|개설일",
        Meaning::Date,
    ),
];
