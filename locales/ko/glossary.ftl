### 쉬운 말 풀이. `term-ID`는 뜻, `.title`은 바른 이름이다.

term-certificate =
    인터넷에서 쓰는 내 도장이에요.
    숫자 6개만 누르면 돼요.
    .title = 금융인증서

term-joint-certificate =
    예전에 공인인증서라고 하던 것이에요.
    비밀번호가 길고 1년마다 갱신해요.
    .title = 공동인증서

term-kb-certificate =
    국민은행 앱 안에서 쓰는 국민은행 도장이에요.
    금융인증서와는 다른 것이에요.
    .title = KB국민인증서

term-issue = 처음 만드는 것이에요.
    .title = 발급

term-reissue =
    다시 만드는 것이에요.
    전에 쓰던 것은 못 쓰게 돼요.
    .title = 재발급

term-renewal = 끝나기 전에 기간을 늘리는 것이에요.
    .title = 갱신

term-revocation = 못 쓰게 없애는 것이에요. 되돌릴 수 없어요.
    .title = 폐기

term-validity = 인증서를 쓸 수 있는 기간이에요.
    .title = 유효기간

term-expiry =
    쓸 수 있는 기간이 끝나는 것이에요.
    끝나면 새로 발급받으면 돼요.
    .title = 만료

term-certificate-center = 국민은행 홈페이지에서 인증서를 다루는 곳이에요.
    .title = 인증센터

term-certificate-menu = KB스타뱅킹 앱에서 인증서를 다루는 곳이에요.
    .title = 인증/보안

term-terms =
    은행과 하는 약속을 적은 글이에요.
    '필수'에는 모두 동의해야 다음으로 가요.
    .title = 약관

term-identification =
    내가 맞는지 확인하는 것이에요.
    '본인확인'이라고도 적혀 있어요.
    .title = 본인 인증

term-ars =
    자동으로 걸려 오는 확인 전화예요.
    화면의 숫자를 전화기에 눌러요.
    .title = ARS

term-approval-number =
    은행 화면에 보이는 번호예요.
    전화를 받고 전화기에 눌러요.
    .title = 승인번호

term-text-code =
    문자로 오는 번호예요.
    은행 화면에 써요. 남에게 말하지 마세요.
    .title = 인증번호

term-reply-code =
    화면에 보이는 숫자 두 개예요.
    온 문자에 그 숫자만 답장해요.
    .title = 확인코드(2자리)

term-sms = 문자로 내 휴대폰이 맞는지 확인하는 것이에요.
    .title = 문자(SMS) 인증

term-pass =
    통신사가 만든 본인 확인 앱이에요.
    없으면 문자나 ARS를 골라요.
    .title = PASS

term-carrier = 휴대폰 회사예요. SKT, KT, LG U+, 알뜰폰이 있어요.
    .title = 통신사

term-budget-carrier =
    큰 통신사의 망을 빌려 쓰는 휴대폰 회사예요.
    통신사를 고를 때 '알뜰폰'이 붙은 것을 골라요.
    .title = 알뜰폰

term-line-owner = 휴대폰이 누구 이름으로 되어 있는지예요.
    .title = 명의

term-withdrawal-account = 돈이 나가는 내 통장이에요.
    .title = 출금계좌

term-account-password =
    통장을 만들 때 정한 숫자 4개예요.
    은행 화면에만 넣어요.
    .title = 계좌 비밀번호

term-security-medium = 보안카드나 OTP를 함께 부르는 말이에요.
    .title = 보안매체

term-security-card =
    숫자가 여러 줄 적힌 은행 카드예요.
    화면이 묻는 자리만 넣어요.
    .title = 보안카드

term-serial-number =
    카드나 기계에 적힌 고유 번호예요.
    'No.'라고 적혀 있기도 해요.
    .title = 일련번호

term-otp =
    누를 때마다 다른 숫자 6개가 나오는 기계예요.
    일회용 비밀번호라고도 해요.
    .title = OTP

term-mobile-otp =
    휴대폰 앱 안에 있는 OTP예요.
    휴대폰을 바꾸면 다시 받아야 해요.
    .title = 디지털 OTP(모바일 OTP)

term-kftc =
    은행들이 함께 만든 결제 기관이에요.
    금융인증서를 맡아 두는 곳이에요.
    .title = 금융결제원

term-yeskey =
    금융결제원의 인증서 홈페이지 이름이에요.
    주소는 www.yeskey.or.kr 이에요.
    .title = YESKEY(예스키)

term-cloud =
    인터넷 보관함이에요.
    금융인증서가 여기에 들어 있어요.
    .title = 클라우드

term-cloud-connection =
    인터넷 보관함에서 인증서를 꺼내 오는 것이에요.
    이름·생년월일·휴대폰 번호로 찾아요.
    .title = 클라우드 연결

term-auto-connect =
    다음부터 보관함이 바로 열리게 하는 것이에요.
    내 기기에서만 켜세요.
    .title = 자동연결

term-pin =
    내가 정하는 숫자 6개예요.
    잊으면 찾을 수 없고 재발급해요.
    .title = 금융인증서 비밀번호(6자리)

term-biometrics =
    손가락이나 무늬, 얼굴로 확인하는 것이에요.
    6자리 대신 쓸 수 있어요.
    .title = 지문·패턴·얼굴 인증

term-other-bank = 한 은행에서 만든 인증서를 다른 은행에도 적어 두는 것이에요.
    .title = 타행·타기관 등록

term-internet-banking =
    인터넷으로 은행 일을 보는 것이에요.
    먼저 가입해서 아이디를 만들어요.
    .title = 인터넷뱅킹

term-star-banking =
    국민은행 앱이에요.
    Google Play나 App Store에서만 받아요.
    .title = KB스타뱅킹

term-call-center = 국민은행 상담 전화예요. 1588-9999예요.
    .title = 고객센터

term-branch = 가까운 국민은행이에요. 갈 때 신분증을 챙겨요.
    .title = 영업점(지점)

term-customer-record =
    은행에 적어 둔 내 정보예요.
    전화번호가 옛것이면 인증이 안 돼요.
    .title = 고객정보

term-phishing =
    속여서 돈이나 정보를 빼앗는 전화와 문자예요.
    의심되면 1394에 물어보세요.
    .title = 피싱·스미싱

term-remote-control =
    남이 내 휴대폰을 조종하게 하는 앱이에요.
    누가 깔라고 하면 사기를 의심하세요.
    .title = 원격제어 앱

term-payment-stop =
    통장에서 돈이 못 나가게 막는 것이에요.
    1588-9999에 부탁해요.
    .title = 지급정지

term-departure-check = 지금 외국에 있는지 출국 기록으로 확인하는 것이에요.
    .title = 해외 출국확인

term-dormant = 오래 안 써서 멈춘 상태예요.
    .title = 휴면(장기 미사용)
