//! The rows of trouble: numbers, shelves and sources; the words are in `locales/`.

use super::Group::{self, *};
use super::{Trouble, TroubleId};
use crate::guide::provenance::Confidence::{self, High, Low, Medium};
use crate::guide::provenance::Provenance;

/// Every trouble, shelf by shelf, in the order of its number.
pub fn all() -> impl Iterator<Item = &'static Trouble> {
    ROWS.iter()
}

/// The trouble of this number, if there is one: 8, 9, 10 and 19 stand for nothing.
pub fn trouble(id: TroubleId) -> Option<&'static Trouble> {
    all().find(|trouble| trouble.id == id)
}

/// The troubles on one shelf, in the order of their numbers.
pub fn in_group(group: Group) -> impl Iterator<Item = &'static Trouble> {
    all().filter(move |trouble| trouble.group == group)
}

static ROWS: [Trouble; 106] = [
    row(1, Preparing, Medium, OTHER_BANK),
    row(2, Preparing, High, LAUNCH),
    row(3, Preparing, High, LAUNCH_AND_BANK),
    row(4, Preparing, High, SEVERAL),
    row(5, Preparing, High, LAUNCH),
    row(6, Preparing, Low, KB_NUMBERS),
    row(7, Preparing, High, LAUNCH),
    row(11, Preparing, Medium, SCREEN_COPIES),
    row(12, Preparing, Medium, SCREEN_COPIES),
    row(13, Preparing, Low, SCREEN_COPY),
    row(14, Preparing, Low, SCREEN_COPY),
    row(15, Preparing, Low, WALKTHROUGH),
    row(16, Preparing, Low, EXPERIENCE),
    row(17, Preparing, Low, WALKTHROUGH),
    row(18, Preparing, Low, EXPERIENCE),
    row(20, ArsAndPhone, Medium, IDENTITY),
    row(21, ArsAndPhone, Low, SPAM),
    row(22, ArsAndPhone, Low, EXPERIENCE),
    row(23, ArsAndPhone, Low, SPAM),
    row(24, ArsAndPhone, High, GUIDE),
    row(25, ArsAndPhone, Medium, WALKTHROUGH),
    row(26, ArsAndPhone, Low, EXPERIENCE),
    row(27, ArsAndPhone, Low, EXPERIENCE),
    row(28, ArsAndPhone, High, GUIDE_AND_BANK),
    row(29, ArsAndPhone, Medium, IDENTITY),
    row(30, ArsAndPhone, Medium, IDENTITY),
    row(31, ArsAndPhone, Low, EXPERIENCE),
    row(32, ArsAndPhone, Medium, IDENTITY),
    row(33, ArsAndPhone, Medium, CLOUD),
    row(34, ArsAndPhone, Low, EXPERIENCE),
    row(35, TextAndCloud, Medium, TEXTS),
    row(36, TextAndCloud, High, REPLY),
    row(37, TextAndCloud, Low, EXPERIENCE),
    row(38, TextAndCloud, Low, EXPERIENCE),
    row(39, TextAndCloud, Low, IMITATED),
    row(40, TextAndCloud, Medium, CLOUD),
    row(41, TextAndCloud, Low, EXPERIENCE),
    row(42, TextAndCloud, High, LAUNCH),
    row(43, TextAndCloud, High, LAUNCH_AND_BANK),
    row(44, TextAndCloud, Medium, OTHER_BANK),
    row(45, CardAndOtp, Medium, WALKTHROUGHS),
    row(46, CardAndOtp, Low, EXPERIENCE),
    row(47, CardAndOtp, Low, MEDIUM_RESET),
    row(48, CardAndOtp, Low, EXPERIENCE),
    row(49, CardAndOtp, High, ANTI_FRAUD),
    row(50, CardAndOtp, Medium, OTP),
    row(51, CardAndOtp, Low, EXPERIENCE),
    row(52, CardAndOtp, Medium, OTP),
    row(53, CardAndOtp, Medium, OTHER_BANK),
    row(54, CardAndOtp, Low, EXPERIENCE),
    row(55, CardAndOtp, Medium, WALKTHROUGHS),
    row(56, CardAndOtp, Medium, OTP),
    row(57, AccountAndPin, Low, EXPERIENCE),
    row(58, AccountAndPin, Low, WALKTHROUGH),
    row(59, AccountAndPin, Low, OTHER_BANK),
    row(60, AccountAndPin, Low, EXPERIENCE),
    row(61, AccountAndPin, Low, EXPERIENCE),
    row(62, AccountAndPin, High, OTHER_BANK),
    row(63, AccountAndPin, Low, EXPERIENCE),
    row(64, AccountAndPin, Medium, WALKTHROUGH),
    row(65, AccountAndPin, Low, EXPERIENCE),
    row(66, BrowserAndApp, Low, EXPERIENCE),
    row(67, BrowserAndApp, Medium, OTHER_BANK),
    row(68, BrowserAndApp, Medium, OTHER_BANK),
    row(69, BrowserAndApp, Low, EXPERIENCE),
    row(70, BrowserAndApp, Low, EXPERIENCE),
    row(71, BrowserAndApp, Medium, OTHER_BANK),
    row(72, BrowserAndApp, High, GUIDE),
    row(73, BrowserAndApp, Low, EXPERIENCE),
    row(74, BrowserAndApp, Low, EXPERIENCE),
    row(75, BrowserAndApp, Medium, WALKTHROUGH),
    row(76, BrowserAndApp, Low, EXPERIENCE),
    row(77, BrowserAndApp, Low, EXPERIENCE),
    row(78, BrowserAndApp, Low, OTHER_BANK),
    row(79, RenewalAndOtherBanks, Medium, WALKTHROUGHS),
    row(80, RenewalAndOtherBanks, High, SEVERAL),
    row(81, RenewalAndOtherBanks, Medium, OTHER_BANK),
    row(82, RenewalAndOtherBanks, Medium, WALKTHROUGH),
    row(83, RenewalAndOtherBanks, High, LAUNCH_AND_BANK),
    row(84, RenewalAndOtherBanks, Medium, WALKTHROUGHS),
    row(85, RenewalAndOtherBanks, Medium, OTHER_SITES),
    row(86, RenewalAndOtherBanks, High, OTHER_SITES),
    row(87, RenewalAndOtherBanks, High, LAUNCH),
    row(88, RenewalAndOtherBanks, Low, OTHER_BANK),
    row(89, RenewalAndOtherBanks, Low, EXPERIENCE),
    row(90, RenewalAndOtherBanks, Low, SCREEN_COPIES),
    row(91, DevicesAndAbroad, High, OTHER_BANK),
    row(92, DevicesAndAbroad, Low, EXPERIENCE),
    row(93, DevicesAndAbroad, High, ABROAD),
    row(94, DevicesAndAbroad, Low, ABROAD),
    row(95, DevicesAndAbroad, Low, OTHER_BANK),
    row(96, DevicesAndAbroad, Medium, OTHER_BANK),
    row(97, DevicesAndAbroad, Low, KB_NUMBERS),
    row(98, DevicesAndAbroad, High, BUSINESS),
    row(99, DevicesAndAbroad, Low, OTHER_BANK),
    row(100, DevicesAndAbroad, Low, EXPERIENCE),
    row(101, DevicesAndAbroad, Medium, KB_NUMBERS),
    row(102, DevicesAndAbroad, Low, EXPERIENCE),
    row(103, Safety, High, ANTI_FRAUD),
    row(104, Safety, Low, COMMON_ADVICE),
    row(105, Safety, High, ANTI_FRAUD),
    row(106, Safety, Low, IMITATED),
    row(107, Safety, High, REPORT),
    row(108, Safety, High, OURSELVES),
    row(109, Safety, High, OURSELVES),
    row(110, Safety, High, LAUNCH),
];

/// The day on which the sources of all rows were last read.
const CHECKED: (i32, u32, u32) = (2026, 11, 22);

const LAUNCH: &str = "금융결제원 문답과 서비스 시작 때의 보도(2020–2021년)";
const SEVERAL: &str = "언론 보도와 재외공관·은행 안내가 일치";
const OTHER_BANK: &str = "다른 은행의 인증서 FAQ(2023년 이전)";
const LAUNCH_AND_BANK: &str = "금융결제원 문답 보도와 다른 은행의 인증서 FAQ";
const GUIDE: &str = "국민은행 발급·재발급 안내 글";
const GUIDE_AND_BANK: &str = "국민은행 발급 안내 글과 다른 은행의 인증서 FAQ";
const WALKTHROUGH: &str = "국민은행 화면을 따라간 블로그";
const WALKTHROUGHS: &str = "국민은행 화면을 따라간 블로그 여럿";
const SCREEN_COPY: &str = "국민은행 화면을 옮긴 교육용 자료";
const SCREEN_COPIES: &str = "국민은행 화면을 옮긴 교육용 자료와 블로그";
const KB_NUMBERS: &str = "국민은행 전화번호 안내를 옮긴 자료 여럿";
const IDENTITY: &str = "본인 확인 실패를 다룬 블로그";
const SPAM: &str = "스팸 차단을 다룬 블로그";
const TEXTS: &str = "문자 미수신을 다룬 블로그와 사용 경험";
const IMITATED: &str = "두 자리 문자와 그것을 흉내 낸 문자를 다룬 블로그";
const REPLY: &str = "우체국 금융인증서 안내(공식)와 국민은행 로그인 도움말을 옮긴 자료";
const CLOUD: &str = "서비스 시작 때의 보도와 연결 화면을 다룬 자료";
const MEDIUM_RESET: &str = "다른 은행의 보안매체 안내(공식)";
const OTP: &str = "OTP 교체를 다룬 블로그 여럿";
const OTHER_SITES: &str = "타행 등록을 다룬 블로그와 다른 은행의 인증서 FAQ";
const ABROAD: &str = "해외 발급 보도와 재외공관 안내";
const BUSINESS: &str = "우체국 사업자 금융인증서 안내(공식)";
const ANTI_FRAUD: &str = "은행의 공식 사기 예방 안내와 금융감독원 보도";
const COMMON_ADVICE: &str = "널리 알려진 사기 예방 수칙";
const REPORT: &str = "은행의 공식 사기 예방 안내와 1394 개통 보도";
const EXPERIENCE: &str = "일반적인 문제 해결 경험(따로 확인된 자료 없음)";
const OURSELVES: &str = "길봇의 약속";

const fn row(id: u8, group: Group, confidence: Confidence, source: &'static str) -> Trouble {
    Trouble {
        id: TroubleId(id),
        group,
        provenance: Provenance {
            source,
            confidence,
            checked: CHECKED,
        },
    }
}
