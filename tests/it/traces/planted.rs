//! What is planted: for every kind of secret one value, and four ways in which people write it.
//!
//! The values are nobody's. None of them can be read as a date or is a number that the bot itself says, and the short
//! ones begin with a zero, so that no count or number of a message is taken for them.

use gilbot::reading::sift::Kind;

/// One message with a value in it.
#[derive(Debug, Clone, Copy)]
pub struct Carrier {
    pub text: &'static str,
    /// The value as it stands in the text.
    pub written: &'static str,
    /// The value without what separates it, in ordinary digits.
    pub bare: &'static str,
}

/// Every kind. A new one is asked for by [`carriers`].
pub const KINDS: [Kind; 16] = [
    Kind::Rrn,
    Kind::Arc,
    Kind::Card,
    Kind::CardCvc,
    Kind::Account,
    Kind::AccountPassword,
    Kind::CertificatePassword,
    Kind::Password,
    Kind::Otp,
    Kind::ArsCode,
    Kind::SmsCode,
    Kind::SecurityCard,
    Kind::SecurityCardSerial,
    Kind::Passport,
    Kind::Licence,
    Kind::Phone,
];

/// Plain, full-width, spaced, and in Hangul where people write it so.
pub const fn carriers(kind: Kind) -> [Carrier; 4] {
    match kind {
        Kind::Rrn => of(
            "7409131978461",
            [
                ("주민번호 740913-1978461 맞게 넣었는데요", "740913-1978461"),
                (
                    "주민등록번호: ７４０９１３－１９７８４６１",
                    "７４０９１３－１９７８４６１",
                ),
                (
                    "주민번호 7 4 0 9 1 3 1 9 7 8 4 6 1",
                    "7 4 0 9 1 3 1 9 7 8 4 6 1",
                ),
                (
                    "칠사공구일삼일구칠팔사육일 이 번호로 안돼요",
                    "칠사공구일삼일구칠팔사육일",
                ),
            ],
        ),
        Kind::Arc => of(
            "9010105975512",
            [
                ("외국인등록번호 901010-5975512", "901010-5975512"),
                (
                    "등록번호: ９０１０１０－５９７５５１２",
                    "９０１０１０－５９７５５１２",
                ),
                (
                    "my alien registration number is 901010 5975512",
                    "901010 5975512",
                ),
                (
                    "거소신고번호 901010-5975512 로 하면 되나요",
                    "901010-5975512",
                ),
            ],
        ),
        Kind::Card => of(
            "4539148803436467",
            [
                ("카드번호 4539-1488-0343-6467", "4539-1488-0343-6467"),
                (
                    "４５３９１４８８０３４３６４６７",
                    "４５３９１４８８０３４３６４６７",
                ),
                (
                    "카드번호 4 5 3 9 1 4 8 8 0 3 4 3 6 4 6 7",
                    "4 5 3 9 1 4 8 8 0 3 4 3 6 4 6 7",
                ),
                (
                    "카드번호는요 사오삼구 일사팔팔 공삼사삼 육사육칠",
                    "사오삼구 일사팔팔 공삼사삼 육사육칠",
                ),
            ],
        ),
        Kind::CardCvc => of(
            "093",
            [
                ("cvc번호 093 맞는데", "093"),
                ("씨브이씨 ０９３", "０９３"),
                ("뒷면 숫자 세 개 0 9 3 cvc", "0 9 3"),
                ("cvc 공구삼", "공구삼"),
            ],
        ),
        Kind::Account => of(
            "99941204771203",
            [
                ("계좌번호 999412-04-771203", "999412-04-771203"),
                (
                    "９９９４１２－０４－７７１２０３",
                    "９９９４１２－０４－７７１２０３",
                ),
                ("계좌 999412 04 771203", "999412 04 771203"),
                (
                    "계좌번호가 구구구사일이 공사 칠칠일이공삼 인데",
                    "구구구사일이 공사 칠칠일이공삼",
                ),
            ],
        ),
        Kind::AccountPassword => of(
            "0739",
            [
                ("계좌비번 0739", "0739"),
                ("비밀번호 4자리 ０７３９", "０７３９"),
                ("통장 비번 0 7 3 9", "0 7 3 9"),
                ("비번은 공칠삼구 이에요", "공칠삼구"),
            ],
        ),
        Kind::CertificatePassword => of(
            "739184",
            [
                ("인증서 비밀번호 739184", "739184"),
                ("인증서 비번 ７３９１８４ 하니까 된대요", "７３９１８４"),
                ("비밀번호 여섯자리 7 3 9 1 8 4", "7 3 9 1 8 4"),
                ("금융인증서 비밀번호 칠삼구일팔사", "칠삼구일팔사"),
            ],
        ),
        Kind::Password => of(
            "qlalf!77",
            [
                ("아이디 hong 비밀번호 qlalf!77", "qlalf!77"),
                ("로그인 비번 ｑｌａｌｆ！７７", "ｑｌａｌｆ！７７"),
                ("qlalf!77 이게 비번이에요", "qlalf!77"),
                ("비밀번호는 바다소년77", "바다소년77"),
            ],
        ),
        Kind::Otp => of(
            "882917",
            [
                ("OTP 882917", "882917"),
                ("오티피 번호는 ８８２９１７", "８８２９１７"),
                ("OTP 카드에 882 917 이라고 떠요", "882 917"),
                ("otp: 팔팔이구일칠", "팔팔이구일칠"),
            ],
        ),
        Kind::ArsCode => of(
            "08841",
            [
                ("전화 오면 승인번호 08841 누르면 되나요", "08841"),
                ("승인번호 ０８８４１", "０８８４１"),
                ("화면에 승인번호 0 8 8 4 1 떴어요", "0 8 8 4 1"),
                ("승인번호는 공팔팔사일 인데요", "공팔팔사일"),
            ],
        ),
        Kind::SmsCode => of(
            "772093",
            [
                (
                    "[Web발신] [KB국민은행] 인증번호 [772093]를 입력해주세요",
                    "772093",
                ),
                ("문자 인증번호 ７７２０９３ 넣었어요", "７７２０９３"),
                ("인증 번호 77 20 93 가 왔는데 어디에 넣어요", "77 20 93"),
                ("인증번호가 칠칠이공구삼 이래요", "칠칠이공구삼"),
            ],
        ),
        Kind::SecurityCard => of(
            "0482",
            [
                ("보안카드 3번 0482", "0482"),
                ("시큐어카드 21번 ０４８２", "０４８２"),
                ("보안카드 33번 값이 0 4 8 2", "0 4 8 2"),
                ("보안카드 13번 공사팔이", "공사팔이"),
            ],
        ),
        Kind::SecurityCardSerial => of(
            "48102933",
            [
                ("보안카드 일련번호 48102933", "48102933"),
                (
                    "보안카드 뒷면 일련번호 ４８１０２９３３",
                    "４８１０２９３３",
                ),
                ("일련번호가 4 8 1 0 2 9 3 3", "4 8 1 0 2 9 3 3"),
                ("일련 번호 사팔일공이구삼삼", "사팔일공이구삼삼"),
            ],
        ),
        Kind::Passport => of(
            "M87694325",
            [
                ("여권번호 M87694325", "M87694325"),
                ("여권 번호 Ｍ８７６９４３２５", "Ｍ８７６９４３２５"),
                ("여권번호는 M 8769 4325", "M 8769 4325"),
                ("여권 M-87694325 로 했어요", "M-87694325"),
            ],
        ),
        Kind::Licence => of(
            "119773615461",
            [
                ("운전면허번호 11-97-736154-61", "11-97-736154-61"),
                (
                    "면허 １１－９７－７３６１５４－６１",
                    "１１－９７－７３６１５４－６１",
                ),
                ("면허번호 11 97 736154 61", "11 97 736154 61"),
                (
                    "운전면허번호는 일일 구칠 칠삼육일오사 육일",
                    "일일 구칠 칠삼육일오사 육일",
                ),
            ],
        ),
        Kind::Phone => of(
            "01073918462",
            [
                ("엄마 폰 010-7391-8462", "010-7391-8462"),
                (
                    "휴대폰 ０１０－７３９１－８４６２",
                    "０１０－７３９１－８４６２",
                ),
                ("010 7391 8462", "010 7391 8462"),
                ("공일공 칠삼구일 팔사육이 이요", "공일공 칠삼구일 팔사육이"),
            ],
        ),
    }
}

const fn of(bare: &'static str, texts: [(&'static str, &'static str); 4]) -> [Carrier; 4] {
    let [first, second, third, fourth] = texts;
    [
        Carrier {
            text: first.0,
            written: first.1,
            bare,
        },
        Carrier {
            text: second.0,
            written: second.1,
            bare,
        },
        Carrier {
            text: third.0,
            written: third.1,
            bare,
        },
        Carrier {
            text: fourth.0,
            written: fourth.1,
            bare,
        },
    ]
}
