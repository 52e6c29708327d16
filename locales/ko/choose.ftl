# The questions at the start, their options, and what they add up to.
# question-… is the question, unsure-… the explanation for «잘 모르겠어요», the rest are button labels and results.

## Questions

question-purpose = 무엇을 하러 오셨어요?
question-detail-password = 지금 비밀번호를 알고 계세요?
question-detail-phone = 무엇이 바뀌었어요?
question-detail-other-bank = 어느 쪽으로 등록할까요?
question-situation = 혹시 이런 경우인가요?
question-channel = 어디에서 할까요?
question-medium = 손에 무엇을 가지고 계세요?
question-identification = 본인 확인은 어떻게 할까요?

## What to know when unsure

unsure-purpose =
    발급은 처음 만들기, 재발급은 다시 만들기예요.
    갱신은 기간이 끝나기 전에 기간을 늘리는 거예요.
    폐기는 아예 못 쓰게 없애는 거예요.
    만료일이 지났거나 비밀번호를 잊었다면 재발급이에요.

    금융인증서를 만든 적이 없다면 '{ purpose-issue }' 쪽을 권해요.

unsure-detail-password =
    금융인증서 비밀번호는 숫자 여섯 개예요.
    통장 비밀번호나 앱 비밀번호와는 달라요.
    잊어버린 번호는 은행도 알려 줄 수 없어서 새로 만들어요.

    기억날 듯하면 '{ detail-password-known }'부터 해 봐요.

unsure-detail-phone =
    기계만 바뀌고 번호가 그대로면 간단해요.
    번호가 바뀌었으면 은행에 새 번호부터 알려야 해요.
    컴퓨터와 휴대폰에서 같이 쓰는 것도 쉬워요.

    번호가 그대로라면 '{ detail-new-phone }' 쪽을 권해요.

unsure-detail-other-bank =
    금융인증서는 한 사람에 하나라서 은행마다 등록해 써요.
    국민은행에서 만들었다면 다른 은행에 등록해요.
    다른 은행에서 만들었다면 국민은행에 등록해요.

    국민은행에서 만들었다면 '{ detail-kb-elsewhere }' 쪽을 권해요.

unsure-situation =
    외국에 있거나 내 이름의 휴대폰이 없으면 방법이 달라요.
    만 14세 미만, 사업자용, 외국인도 조금 달라요.

    어느 것도 아니라면 '{ situation-ordinary }' 쪽을 권해요.

unsure-channel =
    어디서 만들어도 같은 인증서예요.
    휴대폰 앱은 설치할 프로그램이 적어 더 간단해요.
    컴퓨터는 글씨가 커서 보기 편해요.

    휴대폰이 있다면 '{ channel-app }' 쪽을 권해요.

unsure-medium =
    보안카드는 숫자가 칸칸이 적힌 은행 카드예요.
    OTP는 누를 때마다 다른 숫자가 나오는 기계예요.
    KB국민인증서는 KB스타뱅킹 안에서 만드는 인증서예요.

    지갑이나 통장 사이를 먼저 살펴보세요.
    카드가 있으면 '{ medium-card }' 쪽을 권해요.

unsure-identification =
    휴대폰 본인 인증은 문자나 PASS 앱으로 확인해요.
    ARS 인증은 걸려 온 전화에 화면의 번호를 눌러요.
    둘 다 내 이름으로 된 휴대폰이 있어야 해요.

    문자를 볼 수 있다면 '{ identification-phone }' 쪽을 권해요.

## Options

purpose-issue = 처음 발급(처음 만들기)
purpose-reissue = 재발급(다시 만들기)
purpose-renew = 갱신(기간 늘리기)
purpose-revoke = 폐기(없애기)
purpose-password = 비밀번호 변경/분실
purpose-phone = 휴대폰/번호 변경
purpose-other-bank = 다른 은행에서 쓰기

detail-password-known = 알고 있어요
detail-password-forgotten = 잊어버렸어요
detail-new-phone = 휴대폰만 바뀌었어요
detail-new-number = 전화번호가 바뀌었어요
detail-second-device = 다른 기기에서도 쓰기
detail-kb-elsewhere = 국민은행 것을 다른 은행에 등록
detail-other-at-kb = 다른 은행 것을 국민은행에 등록

situation-ordinary = 아니요, 해당 없어요
situation-abroad = 지금 해외에 있어요
situation-no-own-phone = 내 명의 휴대폰이 없어요
situation-under-14 = 만 14세 미만이에요
situation-business = 사업자용이 필요해요
situation-foreigner = 외국인이에요

channel-app = KB스타뱅킹 앱
channel-web = 컴퓨터 홈페이지

medium-card = 보안카드
medium-otp = OTP
medium-kb-cert = KB국민인증서
medium-nothing = 아무것도 없어요

identification-phone = 휴대폰 본인 인증
identification-ars = ARS 전화 인증

## Procedures: name, what to have at hand, how long, what comes afterwards

procedure-issue = 금융인증서 발급
    .need =
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 인터넷뱅킹 ID
        · 내 이름으로 된 휴대폰(전화와 문자가 되는 것)
        · 새 비밀번호로 쓸 숫자 여섯 개
    .time = 10분쯤
    .after =
        · 금융인증서로 한 번 로그인해 봐요.
        · 완료 화면의 유효기간 날짜를 적어 둬요.
        · 다른 은행에서 쓰려면 그 은행에 등록해요.
        · 미리 만들어 두었으니 급한 거래에도 바로 쓸 수 있어요.

procedure-reissue = 금융인증서 재발급
    .need =
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 인터넷뱅킹 ID
        · 내 이름으로 된 휴대폰(전화와 문자가 되는 것)
        · 새 비밀번호로 쓸 숫자 여섯 개
    .time = 10분쯤
    .after =
        · 새 인증서로 한 번 로그인해 봐요.
        · 예전 인증서는 끝났어요. 따로 폐기하지 않아도 돼요.
        · 다른 은행이나 기관에서 썼다면 거기에 다시 등록해요.
        · 완료 화면의 유효기간 날짜를 적어 둬요.
        · 날짜가 그대로일 수도 있으니 꼭 화면을 봐요.

procedure-renew = 금융인증서 갱신
    .need =
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름으로 된 휴대폰(문자가 되는 것)
        · 화면에 적힌 만료일
    .time = 10분쯤
    .after =
        · 완료 화면의 새 만료일을 적어 둬요.
        · 새 날짜만 저에게 알려 주면 다음에도 미리 알려 드려요.
        · 한 번 로그인해 봐요.
        · 지문이나 패턴은 다시 정해야 할 수 있어요.

procedure-revoke = 금융인증서 폐기
    .need =
        · 국민은행 인터넷뱅킹 ID
        · 내 이름으로 된 휴대폰
        · 국민은행 통장과 통장 비밀번호
    .time = 5분쯤
    .after =
        · '인증서 관리'에서 없어졌는지 봐요.
        · 다른 은행과 기관에서도 더는 쓸 수 없어요.
        · 다시 쓰려면 언제든 새로 발급받아요.
        · 정보가 새어 나갔다면 1588-9999에 사고신고를 해요.

procedure-change-password = 비밀번호 바꾸기
    .need =
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 새로 쓸 숫자 여섯 개
        · 내 이름으로 된 휴대폰(문자가 되는 것)
    .time = 5분쯤
    .after =
        · 새 비밀번호로 한 번 로그인해 봐요.
        · 지문이나 패턴은 다시 정해야 할 수 있어요.
        · 새 비밀번호는 아무에게도 알려 주지 않아요.

procedure-new-phone = 새 휴대폰에 연결
    .need =
        · 새 휴대폰(전화와 문자가 되는 것)
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 국민은행 인터넷뱅킹 ID
    .time = 10분쯤
    .after =
        · 새 휴대폰에서 한 번 로그인해 봐요.
        · 지문이나 패턴은 새 휴대폰에서 다시 정해요.
        · 예전 휴대폰을 넘기기 전에 은행 앱을 지워요.

procedure-new-number = 새 번호로 재발급
    .need =
        · 신분증
        · 내 이름으로 된 새 번호(전화와 문자가 되는 것)
        · 국민은행 통장과 통장 비밀번호
        · 국민은행 인터넷뱅킹 ID
        · 새 비밀번호로 쓸 숫자 여섯 개
    .time = 20분쯤
    .after =
        · 새 인증서로 한 번 로그인해 봐요.
        · 예전 인증서는 끝났어요. 따로 폐기하지 않아도 돼요.
        · 다른 은행과 기관에 다시 등록해요.
        · 그곳의 전화번호도 새 번호로 바꿔요.
        · 완료 화면의 유효기간 날짜를 적어 둬요.

procedure-second-device = 다른 기기에서 쓰기
    .need =
        · 쓰려는 기기
        · 내 이름으로 된 휴대폰(문자가 되는 것)
        · 지금 쓰는 비밀번호 숫자 여섯 개
    .time = 5분쯤
    .after =
        · 두 기기에서 한 번씩 로그인해 봐요.
        · 여럿이 쓰는 컴퓨터라면 자동연결을 끊어요.

procedure-kb-elsewhere = 다른 은행에 등록
    .need =
        · 등록할 은행의 ID와 통장
        · 그 은행의 보안카드나 OTP
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름으로 된 휴대폰(전화와 문자가 되는 것)
    .time = 한 은행에 10분쯤
    .after =
        · 그 은행에서 한 번 로그인해 봐요.
        · 다른 은행도 쓴다면 같은 방법으로 등록해요.
        · 나중에 재발급을 받으면 은행마다 다시 등록해요.

procedure-other-at-kb = 국민은행에 등록
    .need =
        · 국민은행 인터넷뱅킹 ID
        · 국민은행 통장과 통장 비밀번호
        · 지금 쓰는 비밀번호 숫자 여섯 개
        · 내 이름으로 된 휴대폰(전화와 문자가 되는 것)
    .time = 10분쯤
    .after =
        · 국민은행에서 한 번 로그인해 봐요.
        · 갱신은 처음 만든 은행에서 해요.
        · 그 은행에서 재발급을 받으면 여기에 다시 등록해요.

## Results

result-medium-card = · 보안카드(사진 말고 카드)
result-medium-otp = · OTP(숫자가 잘 나오는지 한 번 눌러 봐요)
result-medium-kb-cert = · KB국민인증서(만들어 둔 휴대폰)

result-why-no-own-phone =
    지금은 혼자 하기 어려워요.
    본인 확인은 내 이름으로 된 휴대폰으로만 되기 때문이에요.

    · 휴대폰 명의를 바꿀 수 있는지 통신사에 물어보세요.
    · 바꿀 수 없으면 신분증을 들고 영업점에 가 보세요.
    · 가기 전에 국민은행 1588-9999에 준비물을 물어보세요.
    인터넷뱅킹 상담은 24시간 받는다고 알려져 있어요.
    어르신 전용은 1644-3308, 평일 9–18시로 알려져 있어요.

result-why-under-14 =
    만 14세 미만은 이 안내대로 혼자 할 수 없어요.
    부모님 같은 법정대리인이 은행에서 함께 해야 해요.

    · 먼저 국민은행 1588-9999에 만들 수 있는지 물어보세요.
    · 만들 수 있다면 가져갈 서류도 함께 물어보세요.
    · 그다음 보호자분이 영업점에 가 보세요.
    인터넷뱅킹 상담은 24시간 받는다고 알려져 있어요.

result-why-business =
    이 안내는 개인용 금융인증서만 다뤄요.
    사업자용은 다른 상품이라 기간과 비용이 달라요.

    · 국민은행 홈페이지 '인증센터'에서 '기업'을 눌러 보세요.
    · 모르는 것은 국민은행 1588-9999에 물어보세요.
    인터넷뱅킹 상담은 24시간 받는다고 알려져 있어요.
    개인용이 필요하다면 처음부터 다시 골라 주세요.

result-why-medium-nothing =
    보안카드도 OTP도 KB국민인증서도 없으면 중간에 멈춰요.
    하나를 먼저 준비하면 바로 이어서 할 수 있어요.

    · KB스타뱅킹의 '인증/보안'에서 'KB국민인증서'를 만들어 보세요.
    · 만든 것이 발급 화면에 보이면 대신 쓸 수 있어요.
    · 안 되면 신분증을 들고 영업점에서 보안카드나 OTP를 받으세요.
    · 모르는 것은 국민은행 1588-9999에 물어보세요.
    인터넷뱅킹 상담은 24시간 받는다고 알려져 있어요.

result-caution-abroad =
    해외에서도 할 수 있어요. 본인 확인만 달라요.
    · 한국 휴대폰 대신 '해외 출국확인'을 골라요.
    · ARS 전화는 지금 있는 나라의 번호로 받아요.
    · 해외 IP 차단을 신청해 두었다면 먼저 풀어야 해요.
    · 한국 계좌가 없으면 본인이 여권을 들고 재외공관에 가요.
    모르는 것은 국민은행 +82-2-6300-9999에 물어봐요.

result-caution-foreigner =
    할 수 있는지 확실하지 않아요. 먼저 물어보면 좋아요.
    · 국민은행 외국인 전용 전화는 1599-4477이에요.
    · 안 받으면 1588-9999에 물어봐요.
    · 은행과 통신사에 적힌 이름이 똑같아야 해요.
    · 영어 이름은 순서와 띄어쓰기까지 그대로 적어요.

result-caution-reissue =
    새로 만들면 쓰던 금융인증서는 모든 곳에서 못 쓰게 돼요.
    따로 폐기하지 않아도 돼요.
    다른 은행에서도 썼다면 끝난 뒤 거기에 다시 등록해요.

result-caution-loan =
    며칠 안에 온라인 대출을 신청할 계획이 있으세요?
    그렇다면 시작하기 전에 국민은행 1588-9999에 물어봐요.
    만든 날부터 4일 동안 신청이 막힌다는 글이 있어요.
    지금도 그런지는 확인하지 못했어요.
