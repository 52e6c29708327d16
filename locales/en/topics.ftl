### What people ask, and the answers. `topic-ID` is the answer, `.title` the question on the button.

## Names of the shelves

shelf-basics = About the certificate
shelf-doing = How to get it
shelf-identity = Proving who you are
shelf-security = Passwords and cards
shelf-situations = My situation
shelf-trouble = When it fails
shelf-safety = Safety and reporting
shelf-bot = About Gilbot

## About the certificate

topic-cert-what =
    The Financial Certificate (금융인증서) is <b>your personal seal for the internet</b>. Six digits show that it is you.

    · It makes proving who you are easy when you log in or send money.
    · It is described as essential for safe online banking.
    · KB customers need it for various services.
    · It is not on your phone but in the cloud (클라우드) of KFTC (금융결제원), online.
    · One per person, and it is free.

    Without it, your accounts and savings stay as they are.
    .title = What is the certificate?

topic-cert-use =
    You use it at the bank for:
    · login and transfers in <b>internet and smartphone banking</b>
    · <b>transfers abroad</b> and more

    It helps most when
    · <b>you are in a hurry</b>: once you have it, you can act at once.
    · <b>you plan far ahead</b>: get it early, and again before it expires.
    · <b>a close check is needed</b>: follow the steps exactly and there is less trouble.

    One certificate opens many financial services.
    .title = What is it used for?

topic-vs-joint =
    These are <b>two different certificates</b>. You may have both.

    <b>Financial Certificate (금융인증서)</b>
    · kept in the cloud (클라우드), online
    · six-digit password
    · reported to last 3 years

    <b>Joint Certificate (공동인증서)</b>, once 공인인증서
    · kept as a file on a computer or phone
    · long password
    · lasts 1 year

    Copying and exporting are for the Joint one. A Financial Certificate needs no moving.
    .title = 공동인증서: difference?

topic-vs-kbcert =
    These are <b>two different certificates</b>. Look where you need it.

    · <b>KB국민인증서</b>: KB’s own, used inside KB’s app. It was once called KB모바일인증서.
    · <b>Financial Certificate (금융인증서)</b>: kept at KFTC (금융결제원), also used at other banks and public services.

    In KB’s app alone, KB국민인증서 may be enough. If a screen asks for '금융인증서', you need that one.

    If KB국민인증서 is offered instead of a security card (보안카드), you may choose it.
    .title = KB국민인증서: difference?

topic-validity =
    <b>It is reported to last 3 years.</b> Some guides say 2. The date on your screen is the right one.

    · It counts from the day of issue.
    · After that, it can’t be used for banking.
    · Think of a renewal or reissue before it ends.
    · Unused for 1 year, it is reported to be erased.

    A Joint Certificate (공동인증서) lasts 1 year. See the date in '인증센터' (Certificate Center) → '금융인증서' → '인증서 관리' (Manage certificate). Gilbot can remind you in time.
    .title = How long does it last?

topic-expiry-check =
    On the bank’s screen, in <b>'인증서 관리'</b> (Manage certificate).

    · Website: '인증센터' (Certificate Center) → '개인' (Personal) → '금융인증서' → '인증서 관리'
    · App: '인증/보안' (Certificates/Security) → '금융인증서' → '인증서 관리'
    · It is also in the list in the login window.

    Not there? It may not be issued, may be erased, or your number or name has changed.

    Type <b>just the expiry date</b> here. No passwords or screen photos, please.
    .title = Where’s the expiry date?

topic-reissue-when =
    See to it <b>30 days before expiry</b> at the latest. A month is plenty.

    · Renewal (갱신) is reported to open 90 days before. Some guides say 30.
    · For a Joint Certificate (공동인증서) it is said to be 30 days.
    · Within 30 days the bank is said to notify you. Don’t count on it.
    · If you forgot the password or fear a leak, reissue (재발급) at once.

    If it says it is too early, wait a little. Save the date, and Gilbot reminds you 30 days before.
    .title = When can I reissue it?

topic-revoke-old =
    You don’t have to. With a reissue (재발급), <b>the old one is reported to be revoked by itself.</b>

    · Replacing the old one protects against leaks and misuse.
    · It stops working at other banks too. Register the new one there.
    · A Joint Certificate (공동인증서) is separate and stays.

    Revoke it yourself only after a leak, or if you no longer need it. Go to '인증센터' (Certificate Center) → '금융인증서' → '인증서 폐기' (Revoke). It can’t be undone, but you can get a new one any time.
    .title = Revoke the old one?

topic-fee =
    <b>It is free.</b> A personal Financial Certificate (금융인증서) costs nothing, nor does its reissue.

    · The 4,400 won you may read about is for the '범용 공동인증서' (general-purpose Joint Certificate).
    · A new OTP device may cost a fee.
    · Business certificates may have a price.

    If anyone wants you to send a fee for the issue, suspect fraud. Don’t pay. Ask 1394.
    .title = Is there a fee?

topic-hours =
    <b>This guide does not know the exact hours.</b> Try between 9 in the morning and 10 at night.

    · Around midnight and in the early hours, maintenance may stop it.
    · I found nothing certain about weekends. Try it in the app. If it is blocked, use a weekday.
    · If it says '점검 중' (under maintenance), wait and try again.

    For the sure hours, ask KB’s call center, 1588-9999.
    .title = At what time of day?

topic-time-taken =
    Getting one takes <b>10 minutes at an easy pace</b>. KFTC (금융결제원) has said within 3 minutes.

    It goes faster with these at hand:
    · a mobile phone in your own name
    · your withdrawal account (출금계좌) and its password
    · a security card (보안카드) or OTP
    · six new digits you thought of

    If you pause long, it may log you out. Choose a quiet time and do it in one go.
    .title = How long does it take?

## How to get it

topic-steps-overview =
    <b>Seven steps</b>, the same for issue (발급) and reissue (재발급).

    1. Open KB’s website or the 'KB스타뱅킹' app.
    2. In '인증센터' (Certificate Center; app: '인증/보안'), choose to issue or reissue a '금융인증서'.
    3. Agree to the terms and prove who you are.
    4. Enter your withdrawal account (출금계좌).
    5. Choose security card (보안카드) or OTP.
    6. Enter your details and do the text (SMS) check.
    7. Set a six-digit password. Done!

    Keep the order and it is safe. Gilbot comes along.
    .title = Show me all the steps

topic-checklist =
    <b>Have these ready:</b>

    · a KB account for payments in your name, and its password
    · your internet banking ID (KB ID)
    · a phone in your name for calls and texts
    · a security card (보안카드) or OTP
    · six new digits
    · your current number, registered at the bank
    · the latest app
    · 10 quiet minutes

    Want a loan soon? Ask 1588-9999 first. A new certificate is said to block it for some days.

    Tick things off in Gilbot’s checklist.
    .title = What do I need?

topic-pc-vs-app =
    <b>Both work.</b> Choose what suits you. If in doubt, the phone app is simpler.

    · <b>App (KB스타뱅킹)</b>: no computer needed, less trouble with pop-ups and security programs.
    · <b>Website on a PC</b>: a big screen, easy to read. It may want security programs installed.

    Either way, keep your mobile phone beside you. Made on one, it also works on the other.
    .title = PC or app: which one?

topic-web-steps =
    On the website:

    1. Type www.kbstar.com yourself. '인증센터' (Certificate Center) → '개인' (Personal).
    2. At '금융인증서', click issue/reissue (발급/재발급).
    3. Read the terms and agree.
    4. Enter KB ID and resident number, on KB’s screen.
    5. Answer the ARS call, key in the number on the screen (승인번호).
    6. Enter your account. Choose security card or OTP.
    7. Enter its number.
    8. Check extra details such as email.
    9. Confirm your phone by text.
    10. Set a new six-digit password.
    .title = How on a computer?

topic-web-menu =
    It is in <b>'인증센터' (Certificate Center), top left</b>.

    1. Type www.kbstar.com into the address bar yourself.
    2. Click '인증센터', then the tab '개인' (Personal).
    3. In the middle, choose '금융인증서' (Financial Certificate).
    4. Click '인증서 발급/재발급' (Issue/Reissue).

    The tab '기업' is for businesses. Don’t take '공동인증서' (Joint Certificate). Names and places may differ a little.

    Don’t go there through ads or links in texts.
    .title = Where’s the PC menu?

topic-app-steps =
    In the KB스타뱅킹 app:

    1. Open it and go to '인증/보안' (Certificates/Security).
    2. At '금융인증서', tap issue/reissue (발급/재발급).
    3. Agree to all terms, tap '다음' (Next).
    4. Prove who you are: by mobile phone (연락처) or ARS call.
    5. Enter the account password, and the security card or OTP number if asked.
    6. Check name, email, address, phone.
    7. Connect the cloud (클라우드) by text.
    8. Set a new six-digit password. Done!

    In this order it is easy.
    .title = How in the app?

topic-app-menu =
    In KB스타뱅킹 it is under <b>'인증/보안'</b> (Certificates/Security).

    1. Open the app and tap the three lines (≡, 전체메뉴).
    2. Tap '인증/보안'.
    3. Choose '금융인증서' (Financial Certificate). Not there? First tap '다른 인증수단' (Other methods).
    4. Tap '인증서 발급/재발급' (Issue/Reissue).

    If you still can’t see it, tap the magnifying glass and type '금융인증서'. Names may differ a little.
    .title = Where’s the app menu?

topic-app-install =
    Just one: <b>'KB스타뱅킹'</b> (KB Star Banking). Install it before you are in a hurry.

    · Find 'KB스타뱅킹' in Google Play or the App Store.
    · You need no app called '금융인증서'. Beware of look-alikes.
    · Never install it through a link from a text or call.

    If storage is full, delete photos or apps you don’t need. Without the app, KB’s website on a computer works too.
    .title = Which app do I install?

topic-terms =
    The terms (약관) are <b>your agreement with the bank</b>. It is safest to read them all, then agree.

    · You must agree to everything marked '필수' (Required).
    · What is marked '선택' (Optional) can usually be left out. See the screen.
    · Not sure about something? Ask the call center, 1588-9999.

    If '다음' (Next) stays grey, see if a required one is missing. Some must be scrolled to the end.
    .title = Must I read the terms?

topic-branch-visit =
    <b>No, usually not.</b> You do it yourself on the website or in the app, whichever you like.

    Go to a branch (영업점) with your photo ID
    · to get a new security card (보안카드) or OTP
    · if the app can’t unlock your account password
    · if the app can’t correct your phone number or name at the bank
    · for a child under 14

    Before you go, ask 1588-9999 what to bring.
    .title = Do I have to visit KB?

topic-prepare-early =
    Yes, <b>having it early makes life easier.</b>

    · <b>Urgent business</b>: without it you are stuck. Get it beforehand.
    · <b>Regular payments</b>: they stop when it expires. Think of a reissue 30 days before.
    · <b>Safety</b>: leaks are the worry. Guard your password well.
    · <b>On the phone</b>: no app, no banking. Install it early.
    · <b>Various services</b>: some need it. Get the certificate first.

    If you have time, get it now and start banking safely.
    .title = Get it in advance?

## Proving who you are

topic-user-info =
    Your <b>KB ID and resident registration number (주민등록번호)</b>, on KB’s own screen. On the website it is step four, after the terms.

    · Press the digits yourself. Pasting may not work.
    · Can’t type? Look for '마우스로 입력' (Type with the mouse).
    · Enter them only on a KB screen that you opened yourself.

    Gilbot needs none of these. Never type them in this chat.
    .title = What details do I enter?

topic-id-unknown =
    Near the input box, look for <b>'ID 조회' or '아이디 찾기'</b> (Find ID). The name may differ a little.

    · In the app it is reported to be in the settings (환경설정).
    · If that fails, call 1588-9999.
    · If you never signed up for internet banking, you have no ID. Sign up first with your photo ID, in the app or at a branch.

    Don’t type your ID in this chat.
    .title = I forgot my KB ID

topic-auth-method =
    <b>Whichever is easier.</b> Both need a mobile phone in your own name.

    · <b>By mobile phone (연락처 인증)</b>: a text or the PASS app. Easy if you are used to texts.
    · <b>By ARS</b>: you get a call and key in the number shown on the screen.

    In the app you usually choose one of them. On the website, choose ARS. If one fails, try the other. Abroad there is '해외 출국확인' (Departure check).
    .title = Text/PASS or ARS call?

topic-ars-howto =
    <b>Key in the approval number (승인번호) shown on the screen.</b> The call does not tell it to you.

    1. Take your phone in your hand and tap the ARS check (ARS 인증).
    2. The screen shows an approval number.
    3. Answer the call at once.
    4. In the call, open '키패드' (Keypad).
    5. Press the number from the screen.

    Wrong or too late? Request it again and forget the old number.

    Tell nobody the approval number. Don’t type it here either.
    .title = How does ARS work?

topic-ars-noshow =
    Request it again after about 1 minute and <b>answer at once.</b>

    Still nothing? Check one by one:
    · Are the last digits on the screen yours? It calls the number the bank has.
    · Switch off do-not-disturb.
    · Look in spam apps like 후후 or T전화.
    · Allow unknown and 070 numbers for a moment.
    · See the spam filter in your carrier’s app.

    If it hangs up at once, request it again. Afterwards, switch blocking back on. Still stuck? Ask 1588-9999.
    .title = No ARS call comes

topic-sms-auth =
    It checks <b>by text (SMS)</b> that the phone is yours. It goes the other way round than usual.

    1. The screen shows two digits (확인코드).
    2. A text comes.
    3. <b>Reply</b> to it with just those two digits.
    4. Go back to the screen and tap '확인' (OK).

    If the screen wants the number from the text, type that. If you can’t reply, switch to ARS.

    Reply only if you asked for it just now. Don’t tap any link.
    .title = How does the text work?

topic-sms-noshow =
    First look in the <b>spam folder</b>. Then request it again.

    · Unblock blocked numbers and words.
    · If only Wi-Fi is on, check for LTE or 5G.
    · Restart the phone and request it again.
    · Check name, birth date and mobile number.
    · A data-only SIM may get no texts.

    Still nothing? Try the ARS call. If the cloud (클라우드) won’t connect, ask KFTC (금융결제원), 1577-5500.
    .title = No text message comes

topic-customer-info =
    Here you check your <b>name, email, address and phone number</b>.

    · Correct a wrong email or address and go on.
    · Any email you can open will do.
    · An old phone number must first be changed in the bank’s records (고객정보), in the app or at a branch.
    · You may not be able to change the name here. If yours changed, tell the bank, then reissue (재발급).

    Up-to-date details at the bank spare you trouble next time.
    .title = My details are wrong

## Passwords and cards

topic-account-input =
    Here you enter the <b>account the money goes out of</b>: your withdrawal account (출금계좌). A KB account for payments in your own name is fine.

    · Type its number or choose it from the list.
    · Enter its account password (계좌 비밀번호).
    · Savings accounts may not work.
    · Not in the list? Register it as a 출금계좌 in the app or at a branch.

    Enter the number only on the bank’s screen, never here.
    .title = Which account to enter?

topic-account-pw =
    The account password (계좌 비밀번호) is the <b>four digits</b> you chose when you opened the account. It is also called 통장 비밀번호.

    · It may differ from your card or login password.
    · Not sure? Don’t keep guessing. Several wrong tries lock it.
    · If you don’t know it, ask 1588-9999, or visit a branch with your photo ID.

    Not even bank staff ask for a password. Don’t type it here either.
    .title = The account password?

topic-cert-pw-set =
    <b>Six digits.</b> Enter the same number twice and you are done.

    Avoid
    · birthdays and phone numbers
    · easy ones like 123456 or 111111
    · anything like your account password

    Choose a safe number and guard it well. A leak is dangerous. On a phone you can add fingerprint or pattern.

    If it says the two differ, press again slowly. On some screens the keys change places.
    .title = How to choose 6 digits?

topic-cert-pw-forgot =
    <b>Nobody can look it up for you.</b> There is no reset. You get a reissue (재발급) and choose a new number.

    · Don’t keep guessing. Several wrong tries may lock it.
    · A reissue has the same steps as the first time.
    · The old certificate stops working. Register the new one at your other banks.

    Know it, but want another? '인증센터' (Certificate Center) → '금융인증서' → '인증서 관리' (Manage certificate) → '비밀번호 변경' (Change password).
    .title = I forgot my 6 digits

topic-pw-locked =
    <b>Stop trying.</b> First see what is locked.

    · <b>Account password</b>: search the app for '오류' (Error), find '계좌 비밀번호 오류 해제' (Unlock).
    · <b>Security card, OTP</b>: search for '오류 초기화' (Reset errors).
    · <b>Six digits</b>: get a reissue (재발급).
    · <b>Login password</b>: find '암호 재설정' (Reset) in the app.

    Names may differ. If it fails, ask 1588-9999 or visit a branch with your photo ID. This guide does not know how many wrong tries lock it.
    .title = A password is locked

topic-secmedia-choice =
    Choose <b>the one you have in your hand</b>.

    · <b>Security card (보안카드)</b>: a card with rows of numbers. Enter its serial number and the digits asked for.
    · <b>OTP</b>: a device for one-time passwords. Enter the six digits it shows.

    If you have both, choose the one registered at KB. Not sure? Ask 1588-9999. If KB국민인증서 is offered, that works too.

    Some guides write 'OPT'. OTP is right.
    .title = Security card or OTP?

topic-seccard-input =
    Enter <b>only the digits the screen asks for</b>.

    · <b>Serial number (일련번호)</b>: on the card after 'No.' or '일련번호'. Only the digits asked for.
    · <b>Card numbers</b>: find the boxes it names. Usually the first two digits of one, the last two of another.

    Check the box numbers and type slowly.

    A screen that wants <b>all</b> the numbers is fake. Close it and tell 1588-9999. Never send a photo of the card.
    .title = Security card: how?

topic-secmedia-lost =
    <b>If it is lost</b>, first report it to 1588-9999. Then get a new one at a branch with your photo ID.

    <b>If the OTP fails</b>
    · Blank: the battery may be empty. A branch replaces the OTP, perhaps for a fee.
    · Wrong number: type a new one as soon as it appears.
    · Still wrong: ask the call center to adjust its clock (시간 보정).
    · On an old phone: get the mobile OTP again on the new one.

    If KB국민인증서 is offered, you can use it instead.
    .title = Card/OTP lost or broken

topic-secmedia-none =
    You need one of them. Try <b>in this order</b>.

    1. If the screen offers KB국민인증서, choose it.
    2. In KB스타뱅킹, look for a mobile OTP (모바일 OTP).
    3. If there is none, get a security card (보안카드) or OTP at a branch with your photo ID.

    An OTP from another bank is reported to work once registered at KB. Ask 1588-9999 first what works for you.
    .title = I have no card or OTP

## My situation

topic-phone-changed =
    <b>First</b> give the bank your new number. Otherwise the ARS call goes to the old one.

    1. Change the number in your details (고객정보), in the app or at a branch.
    2. Reissue (재발급) the certificate with the new number.
    3. Register it again at your other banks.

    The cloud (클라우드) is found by name, birth date and number, so the old one may not appear. This guide knows no way to move it. Ask KFTC (금융결제원), 1577-5500.
    .title = My number has changed

topic-new-device =
    With the same number <b>you need no new certificate</b>. Nothing has to be moved. It is in the cloud (클라우드).

    1. Open KB스타뱅킹 on the new device. If it wants to register the device, follow it.
    2. Choose the '금융인증서' login.
    3. Enter name, birth date and number, and connect by text.
    4. Enter your six digits.

    Set fingerprint and pattern again. Use '자동연결' (Auto-connect) only on your own device. A mobile OTP must be issued again.
    .title = New phone or computer

topic-phone-not-mine =
    You need a phone <b>in your own name</b> (본인 명의). One in the name of your family or company does not work.

    · If you have one in your own name, use it.
    · To change the name, ask your carrier.
    · Budget carriers (알뜰폰) work. Choose an entry with '알뜰폰'.
    · Name and birth date at the carrier must be yours.

    If you have none, ask 1588-9999, the foreigners’ line 1599-4477 (best on weekdays) or a branch.
    .title = Not my own phone

topic-abroad =
    <b>Korean citizens with a KB account</b> can do it abroad too.
    1. Choose '해외 출국확인' (Departure check) to prove who you are.
    2. Take the ARS call on a number abroad.

    <b>No Korean account or number?</b> Go to a Korean embassy or consulate with your passport. Ask first what to bring.

    · Ask your carrier if roaming covers calls and texts.
    · Switch off VPN. If you have the foreign IP block (해외 IP 차단), ask how to lift it.

    KB from abroad: +82-2-6300-9999.
    .title = I’m abroad

topic-foreigner =
    <b>This guide has no sure answer</b> whether foreigners can get one. Ask KB’s foreigners’ line, 1599-4477 (best on weekdays; see kbstar.com).

    If your name fails:
    · Bank, carrier and residence card (외국인등록증) must have the same English name.
    · Type it with the same order, spaces and capitals.
    · If they differ, have the bank or carrier correct it first.
    · Take your passport and residence card.

    Never type your registration or passport number here.
    .title = Foreigners and names

topic-minor =
    <b>Under 14</b>: ask at a branch together with a legal guardian (a parent). This guide has no sure answer.

    <b>14 to 18</b>: you need your own account, internet banking and a phone in your own name. Ask 1588-9999 first if there is more.

    At an embassy or consulate abroad, those under 19 go with a legal guardian.
    .title = Can minors get it?

topic-corporate =
    Gilbot guides only <b>personal</b> certificates. Those for companies and sole traders are other products.

    · On the website: '인증센터' (Certificate Center) → the tab '기업' (Business).
    · Period and fee may differ from the personal one.
    · The one for tax invoices (세금계산서) is for businesses too.

    For more, ask the call center, 1588-9999.
    .title = For a company

topic-proxy =
    <b>The owner must do it in person.</b> Nobody may apply for them. But you may sit beside them and help.

    · Use your parent’s own phone, with your parent there.
    · Let your parent press passwords and resident registration number.
    · Don’t send each other photos of the security card.
    · Someone who offers to do it for money may be a fraudster.

    Seniors’ line: 1644-3308, reported as weekdays 9:00–18:00.
    .title = Can family do it?

topic-other-bank =
    <b>One per person</b>: made at one bank, registered at others.

    <b>Made at KB, used elsewhere</b>
    There: '인증센터' (Certificate Center) → '금융인증서' → '타기관 인증서 등록' (Register)

    <b>Made elsewhere, used at KB</b>
    '인증센터' → '금융인증서' → '타행·타기관 인증서 등록' (Register)

    If you make a new one at KB, the one from another bank is reported to end. After a reissue, register it again at each place. Renew it where it was made.
    .title = Use it at other banks?

topic-public-sites =
    Yes: <b>Hometax (홈택스), Government24 (정부24), year-end tax (연말정산)</b> and others.

    1. On the site’s login screen, choose '금융인증서'.
    2. Connect the cloud (클라우드) with name, birth date and mobile number.
    3. Enter your six digits.

    If the login fails after a reissue, register the certificate there again. Menus differ from site to site. If it won’t work, ask that site’s help desk.
    .title = Hometax, Government24?

## When it fails

topic-expired =
    That’s all right. <b>Your savings and accounts stay as they are.</b> You just get a new one.

    · An expired certificate can’t be used, neither for login nor for banking.
    · It can’t be renewed any more.
    · The steps are as the first time: '인증서 발급/재발급' (Issue/Reissue) on the website or in the app.
    · If you used it at other banks, register it there again.

    Then tell Gilbot the expiry date from the last screen. Next time it reminds you early.
    .title = Already expired

topic-wrong-info =
    <b>Check every letter again.</b> It must match what the bank and your carrier have.

    · Name: spaces? an old name?
    · Birth date: 6 digits or 8? See the example.
    · Carrier: with 알뜰폰, choose an entry with '알뜰폰'.
    · Resident registration number: press it, don’t paste.
    · ID: not one from another bank?

    All right and still failing? Ask 1588-9999 about the bank’s records, your carrier about theirs.
    .title = Details don’t match

topic-app-update =
    With an old version the issue <b>may stop halfway.</b> Update first.

    1. Open Google Play or the App Store.
    2. Find 'KB스타뱅킹'.
    3. Tap '업데이트' (Update). If there is only '열기' (Open), you have the latest.

    If it won’t update, free some storage and update the phone’s system too. If the phone is too old, use the website on a PC.

    Never tap an update link in a text.
    .title = Must I update the app?

topic-app-error =
    <b>Close the app fully and open it again.</b> If that fails, go on:

    1. Switch from Wi-Fi to mobile data. Switch off VPN.
    2. Update it in the store.
    3. Restart the phone.
    4. Delete it and install it again. It may register the device anew.

    '루팅' (rooting) or '보안 위협' (security threat)? Delete unknown and remote-control apps. Did someone have you install one? Tell 1394.

    If you see an error code, write it down and ask 1588-9999.
    .title = The app won’t open

topic-web-error =
    Use the latest <b>Edge or Chrome</b>. In old browsers like Internet Explorer the page may freeze.

    · No window opens: allow pop-ups for kbstar.com.
    · Blank page: clear the browser’s cache.
    · It keeps asking for security programs: remove them all, install them again, restart.
    · Can’t type: look for '마우스로 입력' (Type with the mouse).

    If it still fails, use the phone app. If you have a Mac or tablet, the app is easier too.
    .title = The website won’t work

topic-cautions =
    A small mistake can stop the issue. <b>Take every step slowly.</b>

    · <b>Details</b>: wrong ones stop you. Check again.
    · <b>ARS</b>: a missed call fails. Answer at once.
    · <b>Password</b>: a leak is dangerous. Choose it safely, guard it well.
    · <b>Terms</b>: easy to skip. Read them all with care.
    · <b>App</b>: an old version stops you. Get the latest.

    If you get stuck at a step, tap Gilbot’s 'I’m stuck'.
    .title = Why does it often fail?

## Safety and reporting

topic-leak =
    <b>Call 1588-9999 now.</b> Ask for '지급정지' (a stop on payments) and report it.

    1. Use '인증센터' (Certificate Center) → '금융인증서' → '인증서 폐기' (Revoke).
    2. If money is gone, call 112. If you suspect fraud, 1394.
    3. Delete unknown and remote-control apps.
    4. Change passwords and reissue, on another safe device.
    5. Ask the financial authority (금융감독원), 1332, to register the leak.

    For bad texts and apps, ask 118 too. Don’t type leaked numbers here.
    .title = Leak or phishing?

topic-phone-lost =
    Borrow another phone and call <b>your carrier first</b>.

    1. Report the loss and have the line stopped.
    2. Tell KB too: 1588-9999. If you fear for your money, ask for '지급정지' (a stop on payments).
    3. If worried, use '인증서 폐기' (Revoke) on a PC and get a new one.

    The certificate is not on the phone but online. Still, revoke it if someone may know your six digits.

    On a new phone with the same number, just connect the cloud (클라우드) again.
    .title = I lost my phone

topic-contact =
    KB’s call center is <b>1588-9999</b>.

    · Other main numbers: 1599-9999, 1644-9999
    · Foreigners’ line: 1599-4477 (best on weekdays)
    · Seniors’ line: 1644-3308 (weekdays 9:00–18:00)
    · From abroad: +82-2-6300-9999
    · Cloud (클라우드) connection: KFTC (금융결제원) 1577-5500
    · Phone fraud: 1394 or 112

    Numbers and hours may change. Check them at www.kbstar.com. Anyone who asks for your password or approval number is not the bank.
    .title = What numbers do I call?

## About Gilbot

topic-bot-safe =
    Gilbot is <b>not an official bot</b> of KB Kookmin Bank. It is an unofficial guide, not connected with the bank.

    · It never asks for passwords, resident registration or security card numbers. Don’t type them here.
    · For reminders it takes only the expiry date.
    · It links only to kbstar.com and yeskey.or.kr.
    · It writes first only for reminders or an unfinished guide.

    Enter your details only on a KB screen you opened yourself. /mydata shows what is stored, /delete erases it.
    .title = Is this bot official?

topic-reminder =
    Tell me the expiry date and <b>Gilbot reminds you</b>.

    · 30 days, 7 days and 1 day before, and the day after.
    · 90 days before too, if you like.
    · At 10 in the morning. You can change the hour.
    · Never between 9 at night and 8 in the morning.
    · Tap that you have renewed, and it stops at once.

    Save the date in /mycert, change the hour in /settings. The bank’s own notice may not reach you, so use both.
    .title = I want reminders
