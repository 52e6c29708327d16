### Plain words for the bank's words. `term-ID` is the meaning, `.title` the word as it stands on the screen.

term-certificate =
    Financial Certificate: your personal seal for the internet.
    You just press six digits.
    .title = 금융인증서 (Financial)

term-joint-certificate =
    Joint Certificate: what was once called 공인인증서.
    It has a long password and is renewed every year.
    .title = 공동인증서 (Joint)

term-kb-certificate =
    KB Kookmin Bank’s own certificate, used inside KB’s app.
    It is not the same as the Financial Certificate (금융인증서).
    .title = KB국민인증서 (KB’s own)

term-issue = Making the certificate for the first time.
    .title = 발급 (Issue)

term-reissue =
    Making the certificate again.
    The one you had stops working.
    .title = 재발급 (Reissue)

term-renewal = Extending the certificate before it ends.
    .title = 갱신 (Renewal)

term-revocation = Ending the certificate for good. It can’t be undone.
    .title = 폐기 (Revocation)

term-validity = The time during which the certificate can be used.
    .title = 유효기간 (Validity)

term-expiry =
    The end of the time during which it can be used.
    After that you get a new one.
    .title = 만료 (Expiry)

term-certificate-center = Certificate Center: the place for certificates on KB’s website.
    .title = 인증센터 (Cert. Center)

term-certificate-menu = Certificates/Security: the place for certificates in the KB스타뱅킹 app.
    .title = 인증/보안 (App menu)

term-terms =
    The text of your agreement with the bank.
    You must agree to all that says '필수' (Required) to go on.
    .title = 약관 (Terms)

term-identification =
    A check that you are you.
    It may also be written '본인확인'.
    .title = 본인 인증 (Identity check)

term-ars =
    An automated call to check that it is you.
    You press the number from the screen on your phone.
    .title = ARS (Automated call)

term-approval-number =
    A number shown on the bank’s screen.
    You answer the call and press it on your phone.
    .title = 승인번호 (Approval no.)

term-text-code =
    A number that comes by text message.
    You type it on the bank’s screen. Tell it to nobody.
    .title = 인증번호 (Text code)

term-reply-code =
    Two digits shown on the screen.
    You reply to the text with just those digits.
    .title = 확인코드 (Two digits)

term-sms = A check by text message that the phone is yours.
    .title = 문자(SMS) 인증 (Text)

term-pass =
    The carriers’ app for proving who you are.
    Without it, choose a text or ARS.
    .title = PASS (Identity app)

term-carrier = Your phone company: SKT, KT, LG U+ or a budget carrier (알뜰폰).
    .title = 통신사 (Phone carrier)

term-budget-carrier =
    A phone company that uses a big carrier’s network.
    In the list of carriers, choose a name with '알뜰폰' in it.
    .title = 알뜰폰 (Budget carrier)

term-line-owner = In whose name the mobile phone is registered.
    .title = 명의 (Name on the line)

term-withdrawal-account = Withdrawal account: your account that money goes out of.
    .title = 출금계좌 (Withdrawal)

term-account-password =
    The four digits you chose when you opened the account.
    Enter them only on the bank’s screen.
    .title = 계좌 비밀번호 (4 digits)

term-security-medium = One word for security card (보안카드) and OTP.
    .title = 보안매체 (Card or OTP)

term-security-card =
    A bank card with rows of numbers.
    Enter only the digits the screen asks for.
    .title = 보안카드 (Security card)

term-serial-number =
    The unique number on a card or device.
    It may be marked 'No.'
    .title = 일련번호 (Serial number)

term-otp =
    A device that shows a new six-digit number each time.
    It is also called a one-time password (일회용 비밀번호).
    .title = OTP (One-time password)

term-mobile-otp =
    An OTP inside a phone app, also called 모바일 OTP.
    With a new phone you have to get it again.
    .title = 디지털 OTP (In the app)

term-kftc =
    A payment institute that the banks run together.
    It keeps the Financial Certificate (금융인증서).
    .title = 금융결제원 (KFTC)

term-yeskey =
    The name of KFTC’s website for certificates.
    Its address is www.yeskey.or.kr.
    .title = YESKEY (예스키)

term-cloud =
    A safe on the internet.
    Your Financial Certificate (금융인증서) is in it.
    .title = 클라우드 (Cloud)

term-cloud-connection =
    Fetching your certificate from the cloud.
    It is found by your name, birth date and mobile number.
    .title = 클라우드 연결 (Connect)

term-auto-connect =
    Lets the cloud open at once next time.
    Switch it on only on your own device.
    .title = 자동연결 (Auto-connect)

term-pin =
    The Financial Certificate (금융인증서) password: six digits you choose.
    If you forget it, it can’t be found. You get a reissue (재발급).
    .title = 비밀번호 6자리 (6 digits)

term-biometrics =
    Proving who you are by fingerprint, pattern or face.
    You can use it instead of the six digits.
    .title = 지문·패턴·얼굴 (Biometrics)

term-other-bank = Registering a certificate made at one bank at another bank too.
    .title = 타행·타기관 등록 (Register)

term-internet-banking =
    Doing your banking over the internet.
    You sign up first and choose an ID.
    .title = 인터넷뱅킹 (Web banking)

term-star-banking =
    KB Star Banking: the app of KB Kookmin Bank.
    Get it only from Google Play or the App Store.
    .title = KB스타뱅킹 (KB’s app)

term-call-center = The phone line of KB Kookmin Bank: 1588-9999.
    .title = 고객센터 (Call center)

term-branch = A KB Kookmin Bank office near you. Take your photo ID.
    .title = 영업점·지점 (Branch)

term-customer-record =
    What the bank has written down about you.
    If your phone number there is old, the identity check fails.
    .title = 고객정보 (Your details)

term-phishing =
    Calls and texts that trick you out of money or personal details.
    If in doubt, ask 1394.
    .title = 피싱·스미싱 (Phishing)

term-remote-control =
    An app that lets someone else control your phone.
    If anyone tells you to install one, suspect fraud.
    .title = 원격제어 앱 (Remote app)

term-payment-stop =
    Stopping money from leaving your account.
    Ask 1588-9999 for it.
    .title = 지급정지 (Payment stop)

term-departure-check = A check in the departure records that you are abroad now.
    .title = 해외 출국확인 (Departure)

term-dormant = Stopped because it has not been used for long.
    .title = 휴면 (Dormant)
