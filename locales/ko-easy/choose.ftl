# The questions at the start in easy words, their options, and what they add up to.

## Questions

question-purpose = 무엇을 하러 오셨어요?
question-detail-password = 지금 비밀번호를 알고 계세요?
question-detail-phone = 무엇이 바뀌었어요?
question-detail-other-bank = 어느 은행에 등록할까요?
question-situation = 혹시 이런 경우인가요?
question-channel = 어디에서 할까요?
question-medium = 손에 무엇을 가지고 계세요?
question-identification = 내가 맞는지 어떻게 확인할까요?

## What to know when unsure

unsure-purpose =
    발급은 처음 만들기예요.
    재발급은 다시 만들기예요.
    갱신은 쓸 수 있는 기간 늘리기예요.
    폐기는 못 쓰게 없애기예요.

    처음이시면 '{ purpose-issue }'를 눌러요.
    비밀번호를 잊었으면 '{ purpose-reissue }'를 눌러요.
    기간이 끝났어도 '{ purpose-reissue }'를 눌러요.

unsure-detail-password =
    금융인증서 비밀번호는 숫자 여섯 개예요.
    통장 비밀번호와는 달라요.
    잊은 번호는 은행도 몰라요. 다시 만들면 돼요.

    기억이 날 듯하면 '{ detail-password-known }'를 눌러요.

unsure-detail-phone =
    번호가 그대로면 어렵지 않아요.
    번호가 바뀌었으면 은행에 먼저 알려야 해요.

    번호가 그대로면 '{ detail-new-phone }'를 눌러요.

unsure-detail-other-bank =
    금융인증서는 한 사람에 하나예요.
    그래서 다른 은행에는 등록해서 써요.

    국민은행에서 만들었으면
    '{ detail-kb-elsewhere }'를 눌러요.

unsure-situation =
    외국에 계시면 방법이 달라요.
    휴대폰이 내 이름이 아니어도 달라요.
    만 14세가 안 됐거나 회사용이어도 달라요.
    외국인도 조금 달라요.

    모두 아니면 '{ situation-ordinary }'를 눌러요.

unsure-channel =
    어디서 만들어도 같은 인증서예요.
    휴대폰 앱이 더 간단해요.
    컴퓨터는 글씨가 커요.

    휴대폰이 있으면 '{ channel-app }'을 눌러요.

unsure-medium =
    보안카드는 숫자가 적힌 은행 카드예요.
    OTP는 누를 때마다 다른 숫자가 나오는 기계예요.
    KB국민인증서는 국민은행 앱 안의 도장이에요.

    지갑이나 통장 사이를 먼저 살펴봐요.
    카드가 있으면 '{ medium-card }'를 눌러요.

unsure-identification =
    문자로 확인하거나 전화로 확인해요.
    ARS는 자동으로 걸려 오는 확인 전화예요.
    둘 다 내 이름으로 된 휴대폰이 있어야 해요.

    문자가 편하면 '{ identification-phone }'를 눌러요.

## Options

purpose-issue = 처음 만들기
purpose-reissue = 다시 만들기
purpose-renew = 기간 늘리기
purpose-revoke = 못 쓰게 없애기
purpose-password = 비밀번호를 바꾸거나 잊었을 때
purpose-phone = 휴대폰이나 번호가 바뀌었을 때
purpose-other-bank = 다른 은행에서 쓰기

detail-password-known = 알고 있어요
detail-password-forgotten = 잊어버렸어요
detail-new-phone = 휴대폰만 바뀌었어요
detail-new-number = 전화번호도 바뀌었어요
detail-second-device = 컴퓨터와 휴대폰에서 같이 쓰기
detail-kb-elsewhere = 다른 은행에 등록하기
detail-other-at-kb = 국민은행에 등록하기

situation-ordinary = 모두 아니에요
situation-abroad = 지금 외국에 있어요
situation-no-own-phone = 휴대폰이 내 이름이 아니에요
situation-under-14 = 만 14세가 안 됐어요
situation-business = 회사에서 쓸 거예요
situation-foreigner = 외국인이에요

channel-app = 휴대폰의 국민은행 앱
channel-web = 컴퓨터

medium-card = 보안카드(숫자가 적힌 카드)
medium-otp = OTP(숫자가 나오는 기계)
medium-kb-cert = KB국민인증서(은행 앱의 도장)
medium-nothing = 아무것도 없어요

identification-phone = 문자로 확인하기
identification-ars = 전화로 확인하기(ARS)

## Procedures: name, what to have at hand, how long, what comes afterwards

procedure-issue = 금융인증서 처음 만들기
    .need =
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 ID(은행에서 쓰는 내 이름)
        · 내 이름의 휴대폰(전화와 문자)
        · 새로 쓸 숫자 여섯 개
    .time = 10분쯤
    .after =
        · 금융인증서로 한 번 들어가 봐요(로그인).
        · 화면의 끝나는 날을 종이에 적어요.
        · 다른 은행에서 쓰려면 거기에 등록해요.

procedure-reissue = 금융인증서 다시 만들기
    .need =
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 ID(은행에서 쓰는 내 이름)
        · 내 이름의 휴대폰(전화와 문자)
        · 새로 쓸 숫자 여섯 개
    .time = 10분쯤
    .after =
        · 새 인증서로 한 번 들어가 봐요(로그인).
        · 화면의 끝나는 날을 종이에 적어요.
        · 날짜가 전과 같을 수도 있어요.
        · 다른 은행에서 썼으면 다시 등록해요.
        · 전 것은 따로 없애지 않아도 돼요.

procedure-renew = 금융인증서 기간 늘리기
    .need =
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름의 휴대폰(문자)
        · 화면에 적힌 끝나는 날(만료일)
    .time = 10분쯤
    .after =
        · 새로 끝나는 날을 종이에 적어요.
        · 그 날짜를 저에게 알려 주세요.
        · 한 번 들어가 봐요(로그인).
        · 지문은 다시 정해야 할 수 있어요.

procedure-revoke = 금융인증서 없애기
    .need =
        · 국민은행 ID(은행에서 쓰는 내 이름)
        · 내 이름으로 된 휴대폰
        · 국민은행 통장과 통장 비밀번호
    .time = 5분쯤
    .after =
        · '인증서 관리'에서 없어졌는지 봐요.
        · 이제 다른 은행에서도 못 써요.
        · 언제든 새로 만들 수 있어요.
        · 번호가 새어 나갔으면 1588-9999에 알려요.

procedure-change-password = 비밀번호 바꾸기
    .need =
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 새로 쓸 숫자 여섯 개
        · 내 이름의 휴대폰(문자)
    .time = 5분쯤
    .after =
        · 새 비밀번호로 한 번 들어가 봐요(로그인).
        · 지문은 다시 정해야 할 수 있어요.
        · 새 비밀번호는 아무에게도 말하지 마세요.

procedure-new-phone = 새 휴대폰에서 쓰기
    .need =
        · 전화와 문자가 되는 새 휴대폰
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 국민은행 ID(은행에서 쓰는 내 이름)
    .time = 10분쯤
    .after =
        · 새 휴대폰에서 한 번 들어가 봐요(로그인).
        · 지문은 새 휴대폰에서 다시 정해요.
        · 예전 휴대폰의 은행 앱은 지워요.

procedure-new-number = 새 번호로 다시 만들기
    .need =
        · 신분증
        · 내 이름의 새 번호(전화와 문자)
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 ID(은행에서 쓰는 내 이름)
        · 새로 쓸 숫자 여섯 개
    .time = 20분쯤
    .after =
        · 새 인증서로 한 번 들어가 봐요(로그인).
        · 화면의 끝나는 날을 종이에 적어요.
        · 다른 은행에 다시 등록해요.
        · 그 은행의 전화번호도 바꿔요.
        · 전 것은 따로 없애지 않아도 돼요.

procedure-second-device = 다른 기기에서 쓰기
    .need =
        · 새로 쓸 컴퓨터나 휴대폰
        · 내 이름의 휴대폰(문자)
        · 지금 쓰는 비밀번호 숫자 여섯 개
    .time = 5분쯤
    .after =
        · 두 기기에서 한 번씩 들어가 봐요(로그인).
        · 여럿이 쓰는 컴퓨터면 '자동연결'을 끊어요.
        · 그래야 남이 내 것을 열지 못해요.

procedure-kb-elsewhere = 다른 은행에 등록하기
    .need =
        · 그 은행의 ID와 통장
        · 그 은행의 보안카드(숫자 카드)나 OTP(숫자 기계)
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름의 휴대폰(전화와 문자)
    .time = 한 은행에 10분쯤
    .after =
        · 그 은행에 한 번 들어가 봐요(로그인).
        · 다른 은행도 같은 방법으로 등록해요.
        · 나중에 다시 만들면 또 등록해요.

procedure-other-at-kb = 국민은행에 등록하기
    .need =
        · 국민은행 ID(은행에서 쓰는 내 이름)
        · 국민은행 통장과 통장 비밀번호
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름의 휴대폰(전화와 문자)
    .time = 10분쯤
    .after =
        · 국민은행에 한 번 들어가 봐요(로그인).
        · 기간 늘리기는 처음 만든 은행에서 해요.
        · 그 은행에서 다시 만들면 또 등록해요.

## Results

result-medium-card = · 보안카드(숫자가 적힌 은행 카드)
result-medium-otp = · OTP(누르면 숫자가 나오는 기계)
result-medium-kb-cert = · KB국민인증서(은행 앱의 도장)

result-why-no-own-phone =
    내 이름으로 된 휴대폰이 있어야 해요.
    그 휴대폰으로 내가 맞는지 확인하기 때문이에요.

    1. 휴대폰 회사에 내 이름으로 되는지 물어보세요.
    2. 안 되면 국민은행 1588-9999에 전화하세요.
    3. 가져갈 것을 물어보고 은행에 가 보세요.
    전화 상담은 24시간으로 알려져 있어요.
    어르신 전화는 1644-3308, 평일 9–18시라고 해요.

result-why-under-14 =
    만 14세가 안 되면 혼자 할 수 없어요.
    부모님이 은행에서 함께 해야 해요.

    1. 국민은행 1588-9999에 되는지 물어보세요.
    2. 가져갈 서류를 물어보세요.
    3. 부모님이 가까운 은행에 가 보세요.
    전화 상담은 24시간으로 알려져 있어요.

result-why-business =
    저는 혼자 쓰는 것(개인용)만 안내해요.
    회사용은 기간과 값이 달라요.

    1. 국민은행 홈페이지에서 '인증센터'를 눌러요.
    인증서를 다루는 곳이에요.
    2. 그 안에서 '기업'을 눌러요.
    3. 모르면 국민은행 1588-9999에 물어보세요.
    전화 상담은 24시간으로 알려져 있어요.
    혼자 쓰실 거면 다시 골라 주세요.

result-why-medium-nothing =
    하나는 있어야 끝까지 할 수 있어요.
    먼저 하나를 준비하면 돼요.

    1. 국민은행 앱에서 '인증/보안'을 눌러요.
    2. 'KB국민인증서'(은행 앱의 도장)를 만들어요.
    3. 안 되면 신분증을 들고 은행에 가 보세요.
    4. 보안카드(숫자 카드)나 OTP(숫자 기계)를 받아요.
    그 도장은 화면에 보일 때만 쓸 수 있어요.
    모르면 국민은행 1588-9999에 물어보세요.
    전화 상담은 24시간으로 알려져 있어요.

result-caution-abroad =
    외국에서도 할 수 있어요.
    · '해외 출국확인'을 골라요.
    · 확인 전화는 그 나라 번호로 받아요.
    · 외국 접속을 막아 뒀으면 먼저 풀어요.
    · 한국 통장이 없으면 대사관에 물어봐요.
    모르면 +82-2-6300-9999에 물어봐요.

result-caution-foreigner =
    되는지 확실하지 않아요. 먼저 물어봐요.
    · 외국인 전화는 1599-4477이에요.
    · 안 받으면 1588-9999예요.
    · 은행과 휴대폰 회사의 이름이 같아야 해요.
    · 영어 이름은 띄어쓰기도 같게 적어요.

result-caution-reissue =
    다시 만들면 전 것은 못 써요.
    따로 없애지 않아도 돼요.
    다른 은행에서 썼으면 다시 등록해요.

result-caution-loan =
    곧 인터넷으로 돈을 빌리실 건가요?
    먼저 1588-9999에 물어봐요.
    4일 막힌다는 글이 있어요. 확인은 못 했어요.
