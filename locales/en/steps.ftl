# The steps of the bank's procedures. step-ID is the body, step-ID.title the short title.
# A body: the one action in bold, then what is needed, then what to watch. Names of the bank's buttons stand in '…' in Korean, their meaning behind them.

## Shared by several procedures

step-web-site =
    <b>Type www.kbstar.com into the address bar yourself.</b>
    <b>At the top, click '인증센터' (Certificate Center), then '개인' (Personal).</b>

    You need: a computer, the latest Chrome or Edge, your mobile phone
    Watch out: never go there through a link in a text message or an ad.
    If the page freezes, you can use the phone app instead.
    Menu names may differ a little.
    .title = Open the website

step-app-open =
    <b>Update KB스타뱅킹 (KB Star Banking) and open it.</b>
    <b>Tap '전체메뉴' (≡, All menus), then '인증/보안' (Certificates/Security).</b>

    You need: the KB스타뱅킹 app
    If you don’t have it yet, it is best to install it beforehand.
    Watch out: install it only from Google Play or the App Store.
    An old version may stop halfway.
    Can’t see the menu? Tap the magnifying glass and search for '금융인증서'.
    Menu names may differ a little.
    .title = Open the app

step-cloud-open =
    <b>In the KFTC (금융결제원) window, enter your name, birth date and mobile number.</b>
    It opens the cloud (클라우드), the online safe that holds your certificate.

    You need: a mobile phone in your own name
    Watch out: write your name exactly as the bank has it.
    Write your birth date just like the example in the box.
    On a shared computer, leave '자동연결' (Auto-connect) unticked.
    If no window opens, allow pop-ups for a moment.
    On a device that is already connected, this window may be skipped.
    .title = Open the cloud

step-cloud =
    <b>Reply to the text message with the two digits on your screen.</b>
    Then come back to the screen and tap '확인' (OK).

    Example: the screen shows 38. Reply to that text with 38 only.

    You need: a phone that can send texts
    Watch out: the digits are on your screen, not in the text.
    Reply only if you started this yourself just now.
    A link in the text? Don’t tap it and don’t reply.
    Can’t reply? Choose ARS or the '마이인포' (MyInfo) app.
    A device already connected skips this too.
    .title = Reply to the text

step-pin =
    <b>Choose six digits as your new password and enter them twice.</b>
    This is the Financial Certificate (금융인증서) password. It completes the issue.

    You need: six digits that you thought of beforehand
    Watch out: don’t use a birthday, phone number or account password.
    Digits that only repeat or count up are risky too.
    Choose a safe number and tell nobody.
    Do not type it in this chat either.
    Write the expiry date (유효기간) from the final screen on paper.
    .title = Set the new password

step-pick =
    <b>Tap your Financial Certificate (금융인증서) in the list.</b>

    Watch out: first check that the name and the validity dates are right.
    If the list is empty, the name or phone number may be different.
    After that you may be asked for the six-digit password.
    .title = Choose your certificate

step-enter-pin =
    <b>Enter the six digits of your current Financial Certificate (금융인증서) password.</b>

    You need: the six digits you chose when you made the certificate
    Watch out: your account or app password may be a different one.
    Several wrong tries may lock it.
    If you can’t remember it, stop trying and get a reissue (재발급).
    Do not type it in this chat.
    .title = Enter current password

## Issue and reissue on the website

step-web-menu =
    <b>Click '금융인증서' (Financial Certificate), then '인증서 발급/재발급' (Issue/Reissue).</b>

    Watch out: three certificates have similar names.
    Not '공동인증서' (Joint) and not 'KB국민인증서' (KB’s own), but '금융인증서'.
    Each person has just one Financial Certificate.
    If you made one at another bank, that one will stop working.
    To keep it, don’t make a new one. Register it at KB instead.
    Menu names may differ a little.
    .title = Click the issue menu

step-web-menu-again =
    <b>Click '금융인증서' (Financial Certificate), then '인증서 발급/재발급' (Issue/Reissue).</b>

    Watch out: once the new one is made, the old one stops working everywhere.
    So there is no need to press '폐기' (Revoke) yourself.
    If you also used it at other banks, register it there again afterwards.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    Menu names may differ a little.
    .title = Click the reissue menu

step-web-terms =
    <b>Read the terms (약관) to the end, agree to all, then click '확인' (OK).</b>
    The terms are your agreement with the bank.

    Watch out: it is easy to skip them. Open them one by one.
    If '확인' is grey, you have missed a required one (필수).
    .title = Agree to the terms

step-web-id =
    <b>On the bank’s screen, enter your KB ID and resident registration number (주민등록번호).</b>

    You need: your KB internet banking ID
    Watch out: pasting may not work. Type one character at a time.
    A small mistake can stop the issue, so check once more.
    If you don’t remember your ID, click '아이디 조회' (Find ID) on that screen.
    Never type these in this chat. I do not ask for them.
    .title = Identify with your ID

step-web-ars =
    <b>Choose 'ARS 인증' (ARS check) and answer the automated call at once.</b>
    <b>During the call, key in the approval number (승인번호) on the screen.</b>

    Example: the screen shows 2 7. Tap '키패드' (Keypad) and press 2 7.

    You need: your phone, registered at the bank
    Watch out: the call doesn’t say the number. It is on the screen.
    Hold the phone and answer as soon as it rings.
    It helps to switch off spam blockers for a moment.
    If anyone asks for this number, it is fraud. Hang up.
    .title = Answer the ARS call

step-web-departure =
    <b>As the way to prove who you are, choose '해외 출국확인' (Departure check).</b>
    It looks in the Ministry of Justice records to see that you are abroad.

    You need: a phone that you can answer abroad
    Watch out: this takes the place of the mobile phone check.
    If a VPN is on, switch it off first.
    If it doesn’t work, ask KB from abroad: +82-2-6300-9999.
    Menu names may differ a little.
    .title = Departure check

step-web-ars-abroad =
    <b>Take the ARS call (automated call) on a number of the country you are in.</b>
    <b>During the call, key in the approval number (승인번호) on the screen.</b>

    Example: the screen shows 2 7. Tap '키패드' (Keypad) and press 2 7.

    You need: the phone that you use abroad
    Watch out: check the number again, with its country code.
    Answer as soon as it rings.
    If anyone asks for this number, it is fraud. Hang up.
    .title = Take the ARS call abroad

step-web-account =
    <b>Enter your withdrawal account (출금계좌) and its four-digit password.</b>
    The withdrawal account is your account that money is paid from.

    You need: your KB account number and its password
    Watch out: it is easily confused with the card password.
    If it says the password is wrong, don’t keep guessing.
    Type these only on the bank’s screen, never in this chat.
    .title = Enter the account

step-web-method =
    <b>Choose the one that you have: security card (보안카드) or OTP.</b>

    You need: a security card or an OTP
    Watch out: a security card is a bank card with numbers printed on it.
    An OTP is a device that shows a different number each time.
    If you see 'KB국민인증서' (KB certificate), you may choose that instead.
    An OTP from another bank must be registered at KB first.
    .title = Choose card or OTP

step-web-card =
    <b>Enter the serial number (일련번호) of your security card (보안카드).</b>
    <b>Then enter only the digits that the screen asks for.</b>
    They are in the numbered boxes of the card.

    Example: first two digits of 12? Enter the first two in box 12.

    You need: your security card
    Watch out: check which box, and first or last digits.
    A screen that asks for all the numbers is fake.
    If so, close the window and call KB: 1588-9999.
    Never photograph the card or type its numbers here.
    .title = Enter the card digits

step-web-otp =
    <b>Press the OTP button and enter its six digits right away.</b>

    You need: an OTP registered at KB
    Watch out: the number changes after about a minute.
    If it is about to change, wait and enter the new one.
    If it stays dark, the battery may be empty. Replace it at a branch.
    Anyone who asks for this number on the phone is a fraudster.
    .title = Enter the OTP digits

step-web-kbcert =
    <b>Choose 'KB국민인증서' (KB certificate) and confirm on your phone.</b>

    You need: the phone with KB스타뱅킹 (KB Star Banking)
    Watch out: this is only used to check that it is you.
    What you are making now is the '금융인증서' (Financial Certificate).
    If it is not on the screen, you need a security card (보안카드) or OTP.
    In that case, ask KB: 1588-9999.
    Menu names may differ a little.
    .title = Confirm with KB국민인증서

step-web-details =
    <b>Look through the extra information and correct any mistakes.</b>
    Check name, e-mail, address and phone number one by one.

    You need: your current mobile number and e-mail address
    Watch out: if the number is an old one, calls and texts go there.
    If it is wrong, first update your customer details (고객정보) at the bank.
    When all is right, read it once more and click '확인' (OK).
    .title = Check your details

step-web-test =
    <b>Log in once on the website with your Financial Certificate (금융인증서).</b>
    If you get in, everything is done. Well done!

    Watch out: if you still see the old one, disconnect and connect again.
    If you used it at other banks or public services, register it there again.
    If you use many financial services, take care of this certificate first.
    Keep the expiry date that you wrote down in a safe place.
    .title = Try logging in

## Issue and reissue in the app

step-app-menu =
    <b>Tap '금융인증서' (Financial Certificate), then '인증서 발급/재발급' (Issue/Reissue).</b>
    You may have to tap '다른 인증수단' (Other methods) first to see it.

    Watch out: three certificates have similar names.
    Not '공동인증서' (Joint) and not 'KB국민인증서' (KB’s own), but '금융인증서'.
    Each person has just one Financial Certificate.
    If you made one at another bank, that one will stop working.
    To keep it, don’t make a new one. Register it at KB instead.
    Menu names may differ a little.
    .title = Tap the issue menu

step-app-menu-again =
    <b>Tap '금융인증서' (Financial Certificate), then '인증서 발급/재발급' (Issue/Reissue).</b>
    You may have to tap '다른 인증수단' (Other methods) first to see it.

    Watch out: once the new one is made, the old one stops working everywhere.
    So there is no need to press '폐기' (Revoke) yourself.
    If you also used it at other banks, register it there again afterwards.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    Menu names may differ a little.
    .title = Tap the reissue menu

step-app-terms =
    <b>Read the terms (약관) to the end, agree to all, then tap '다음' (Next).</b>
    The terms are your agreement with the bank.

    Watch out: it is easy to skip them. Open them one by one.
    If '다음' is grey, you have missed a required one (필수).
    .title = Agree to the terms

step-app-phone =
    <b>Choose '휴대폰 본인 인증' (Mobile phone check) and confirm with your phone.</b>
    It may be called '연락처 본인 인증' (Contact check).

    Example: type the number from the text into the bank’s screen.

    You need: a mobile phone in your own name
    Watch out: write name and birth date as your carrier (통신사) has them.
    With a budget carrier, choose 알뜰폰.
    No PASS app? Choose '문자 인증' (Text message).
    Never read the number from the text out to anyone.
    Menu names may differ a little.
    .title = Mobile phone check

step-app-ars =
    <b>Choose 'ARS 본인 인증' (ARS check) and answer the automated call at once.</b>
    <b>During the call, key in the approval number (승인번호) on the screen.</b>

    Example: the app shows 2 7. Tap '키패드' (Keypad) and press 2 7.

    You need: your phone, registered at the bank
    Watch out: the call doesn’t say the number. It is on the screen.
    It is easier if you write it on paper first.
    It helps to switch off spam blockers for a moment.
    If anyone asks for this number, it is fraud. Hang up.
    .title = Answer the ARS call

step-app-departure =
    <b>As the way to prove who you are, choose '해외 출국확인' (Departure check).</b>
    It looks in the Ministry of Justice records to see that you are abroad.

    You need: a phone that you can answer abroad
    Watch out: this takes the place of the mobile phone check.
    If a VPN is on, switch it off first.
    If it doesn’t work, ask KB from abroad: +82-2-6300-9999.
    Menu names may differ a little.
    .title = Departure check

step-app-ars-abroad =
    <b>Take the ARS call (automated call) on a number of the country you are in.</b>
    <b>During the call, key in the approval number (승인번호) on the screen.</b>

    Example: the app shows 2 7. Tap '키패드' (Keypad) and press 2 7.

    You need: the phone that you use abroad
    Watch out: check the number again, with its country code.
    Answer as soon as it rings.
    If anyone asks for this number, it is fraud. Hang up.
    .title = Take the ARS call abroad

step-app-account =
    <b>Choose your withdrawal account (출금계좌) and enter its four-digit password.</b>
    It is the account that money is paid from.

    You need: your account password
    Watch out: don’t confuse it with the card password.
    If it is refused, don’t keep guessing.
    You may first be asked for ID and resident registration number (주민등록번호).
    Is there a '인증서 비밀번호' (Certificate password)? Read the note beside it.
    It may not be the six digits that you will set soon.
    Menu names may differ a little.
    .title = Choose the account

step-app-card =
    <b>Enter the serial number (일련번호) of your security card (보안카드).</b>
    <b>Then enter only the digits that the screen asks for.</b>
    They are in the numbered boxes of the card.

    Example: first two digits of 12? Enter the first two in box 12.

    You need: your security card
    Watch out: check which box, and first or last digits.
    A screen that asks for all the numbers is fake.
    If so, close the app and call KB: 1588-9999.
    Never photograph the card or type its numbers here.
    .title = Enter the card digits

step-app-otp =
    <b>Press the OTP button and enter its six digits right away.</b>
    If your OTP is inside the app, just follow what the app says.

    You need: an OTP registered at KB
    Watch out: the number changes after about a minute.
    If it is about to change, wait and enter the new one.
    If it stays dark, the battery may be empty. Replace it at a branch.
    Anyone who asks for this number on the phone is a fraudster.
    .title = Enter the OTP digits

step-app-kbcert =
    <b>Choose 'KB국민인증서' (KB certificate) and confirm as the app asks.</b>

    You need: the KB certificate that you made on this phone
    Watch out: this is only used to check that it is you.
    What you are making now is the '금융인증서' (Financial Certificate).
    If it is not on the screen, you need a security card (보안카드) or OTP.
    In that case, ask KB: 1588-9999.
    Menu names may differ a little.
    .title = Confirm with KB국민인증서

step-app-details =
    <b>Check that your name, e-mail, address and phone number are right.</b>
    Correct any mistakes and tap '확인' (OK).

    You need: your current mobile number and e-mail address
    Watch out: if the number is an old one, calls and texts go there.
    If it is wrong, first update your customer details (고객정보) at the bank.
    Wrong details can stop the issue.
    .title = Check your details

step-app-test =
    <b>Log in once to KB스타뱅킹 with your Financial Certificate (금융인증서).</b>
    If you get in, everything is done. Well done!

    Watch out: if you like, add a fingerprint or pattern now.
    If you used it at other banks or public services, register it there again.
    If you use many financial services, take care of this certificate first.
    Keep the expiry date that you wrote down in a safe place.
    .title = Try logging in

## Renewal

step-renew-date =
    <b>Open '금융인증서' (Financial Certificate), then '인증서 관리' (Manage certificate).</b>
    <b>Look for the expiry date (만료일).</b> It is the last day you can use it.

    Watch out: the date on your screen is the right one.
    At KB, renewal is reported to be possible from 90 days before.
    If you start 30 days before at the latest, there is no rush.
    After the expiry date, get a new one instead of renewing.
    Even then, the money in your account is safe.
    .title = Find the expiry date

step-renew-web-menu =
    <b>In the Certificate Center (인증센터), open '금융인증서' (Financial Certificate).</b>
    <b>Click '인증서 갱신' (Renew).</b>

    Watch out: if another bank issued it, renew it at that bank.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    If it says this is not the renewal period, check the date again.
    Menu names may differ a little.
    .title = Click the renewal menu

step-renew-app-menu =
    <b>In 인증/보안 (Certificates/Security), open '금융인증서' (Financial Certificate).</b>
    <b>Tap '인증서 갱신' (Renew).</b>
    You may have to tap '다른 인증수단' (Other methods) first to see it.

    Watch out: if another bank issued it, renew it at that bank.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    If it says this is not the renewal period, check the date again.
    Menu names may differ a little.
    .title = Tap the renewal menu

step-renew-terms =
    <b>Read the terms (약관) to the end, agree to all, and go on.</b>
    The terms are your agreement with the bank.

    Watch out: if the button is grey, you have missed a required one (필수).
    .title = Agree to the terms

step-renew-card =
    <b>If asked, enter only the requested digits of your security card (보안카드).</b>

    You need: your security card
    Watch out: you may not be asked at all.
    Check which box, and whether first or last digits.
    A screen that asks for all numbers of the card is fake.
    If you see that, close it and call KB: 1588-9999.
    The order of the screens may differ a little.
    .title = Confirm with the card

step-renew-otp =
    <b>If asked, enter the six digits shown on your OTP.</b>

    You need: an OTP registered at KB
    Watch out: you may not be asked at all.
    The number changes after about a minute. Enter it right away.
    Anyone who asks for this number on the phone is a fraudster.
    The order of the screens may differ a little.
    .title = Confirm with the OTP

step-renew-kbcert =
    <b>If you see 'KB국민인증서' (KB certificate), choose it and confirm.</b>

    You need: the phone with KB스타뱅킹 (KB Star Banking)
    Watch out: you may not be asked at all.
    If you see only security card (보안카드) or OTP, you need one of them.
    In that case, ask KB: 1588-9999.
    The order of the screens may differ a little.
    .title = Confirm with KB국민인증서

step-renew-done =
    <b>Write the new expiry date (만료일) from the final screen on paper.</b>
    Tell me just the date, and I will remind you next time too.

    Watch out: if the date has not changed, ask KB: 1588-9999.
    You may have to set fingerprint or pattern login again.
    If you can’t log in somewhere else, register it there again.
    .title = Note the new date

## Revocation

step-revoke-think =
    <b>First think: do you really want to end it?</b>
    Once revoked (폐기), it stops at once at every bank and public service.

    Watch out: it can’t be undone. To use one again, you need a new issue.
    Only want a new password? Then there is no need to revoke.
    Getting a reissue (재발급)? No need to revoke either.
    If you think someone else is using it, phone first.
    Call KB 1588-9999 and ask to stop payments (지급정지).
    If money is already gone, report it to 112 right away.
    .title = Think first

step-revoke-web-menu =
    <b>In the Certificate Center (인증센터), open '금융인증서' (Financial Certificate).</b>
    <b>Click '인증서 폐기' (Revoke).</b>

    Watch out: don’t confuse it with revoking the '공동인증서' (Joint Certificate).
    It is not gone yet. You will be asked to confirm.
    Menu names may differ a little.
    .title = Click the revoke menu

step-revoke-app-menu =
    <b>In 인증/보안 (Certificates/Security), open '금융인증서' (Financial Certificate).</b>
    <b>Tap '인증서 폐기' (Revoke).</b>
    You may have to tap '다른 인증수단' (Other methods) first to see it.

    Watch out: don’t confuse it with revoking the '공동인증서' (Joint Certificate).
    It is not gone yet. You will be asked to confirm.
    Menu names may differ a little.
    .title = Tap the revoke menu

step-revoke-identity =
    <b>Enter your KB ID and prove who you are as the screen asks.</b>

    You need: your KB ID, your mobile phone
    Watch out: type it only on the bank’s screen, not in this chat.
    How you are checked may differ from screen to screen.
    .title = Prove who you are

step-revoke-account =
    <b>If asked, enter your withdrawal account (출금계좌) and its password.</b>

    You need: your KB account number and its password
    Watch out: you may not be asked at all.
    If it says the password is wrong, don’t keep guessing.
    The order of the screens may differ a little.
    .title = Confirm the account

step-revoke-confirm =
    <b>Check that it is the right certificate, then press '확인' (OK).</b>
    It ends the moment you press.

    Watch out: look at the name and the validity dates once more.
    If you have changed your mind, you can still close the screen.
    You can get a new one at any time.
    .title = Confirm the end

step-revoke-check =
    <b>In '인증서 관리' (Manage certificate), check that it is gone.</b>

    Watch out: if a password or card number leaked, there is more to do.
    Report it to KB 1588-9999 (사고신고) and change your passwords.
    If you think you were tricked, call 1394. It answers 24 hours a day.
    .title = Check that it is gone

## Change of a known password

step-password-web-menu =
    <b>In the Certificate Center (인증센터), open '금융인증서' (Financial Certificate).</b>
    <b>Click '인증서 관리' (Manage certificate), then '비밀번호 변경' (Change password).</b>

    Watch out: you need to know the current password.
    If you don’t remember it, get a reissue (재발급) and set a new one.
    Be careful not to press '삭제' (Delete) beside it.
    Menu names may differ a little.
    .title = Change-password menu

step-password-app-menu =
    <b>In 인증/보안 (Certificates/Security), open '금융인증서' (Financial Certificate).</b>
    <b>Tap '인증서 관리' (Manage certificate), then '비밀번호 변경' (Change password).</b>

    Watch out: you need to know the current password.
    If you don’t remember it, get a reissue (재발급) and set a new one.
    Be careful not to press '삭제' (Delete) beside it.
    Menu names may differ a little.
    .title = Change-password menu

step-password-old =
    <b>First enter the six digits that you use now.</b>

    You need: your current Financial Certificate (금융인증서) password
    Watch out: several wrong tries may lock it.
    If you can’t remember it, stop trying and get a reissue (재발급).
    Do not type it in this chat.
    .title = Enter current password

step-password-new =
    <b>Enter your new six digits twice, the same both times.</b>

    You need: six digits that you thought of beforehand
    Watch out: don’t use a birthday, phone number or account password.
    Digits that only repeat or count up are risky too.
    Tell nobody, and do not type it in this chat either.
    .title = Enter the new password

step-password-test =
    <b>Log in once with the new password.</b>
    If you get in, everything is done.

    Watch out: you may have to set fingerprint or pattern again.
    It is a good moment to look at the expiry date on the screen.
    .title = Try logging in

## A new phone with the old number

step-device-install =
    <b>Install KB스타뱅킹 (KB Star Banking) on your new phone.</b>
    You don’t have to move or copy the certificate.

    You need: the new phone, Wi-Fi or mobile data
    Watch out: install it only from Google Play or the App Store.
    Never install it from a link in a text message.
    .title = Install the app

step-device-register =
    <b>Open the app, log in as it tells you, and register this phone.</b>

    You need: your KB ID, a mobile phone in your own name
    Watch out: the order of the questions may differ a little.
    If you used an OTP inside the app, get it issued again on the new phone.
    .title = Register the new phone

step-device-login =
    <b>Among the login methods, choose '금융인증서' (Financial Certificate).</b>

    Watch out: not '공동인증서' (Joint) and not 'KB국민인증서' (KB’s own).
    You don’t have to delete anything on the old phone.
    There is just one certificate, kept in the cloud (클라우드).
    .title = Log in with it

step-device-finger =
    <b>If you want fingerprint or pattern login, set it again on the new phone.</b>
    You can do without it. The six digits are enough.

    Watch out: fingerprint and pattern are set on each phone separately.
    Don’t register another person’s fingerprint.
    .title = Fingerprint or pattern

## A new number: before and after the reissue

step-number-at-kb =
    <b>Change the mobile number registered at KB to your new one.</b>
    Change your customer details (고객정보) in the app or at a branch.

    You need: your ID card, the new number in your own name
    Watch out: do this first, so that calls and texts reach the new number.
    When the number changes, the old certificate may not be found.
    That is why we go on to a reissue (재발급) with the new number.
    If it is difficult, ask KB: 1588-9999.
    .title = New number at the bank

step-number-elsewhere =
    <b>Register the new certificate at your other banks and public services.</b>
    If you used it only at KB, you can stop here.

    Watch out: the old certificate no longer works anywhere.
    At each bank, find and press '타기관 인증서 등록' (Register from another bank).
    Change your phone number there to the new one too.
    Menu names may differ a little.
    .title = Register elsewhere again

## The other of PC and phone

step-second-web =
    <b>On the computer, type www.kbstar.com into the address bar yourself.</b>
    <b>Click '로그인' (Log in) and choose '금융인증서' (Financial Certificate).</b>

    You need: a computer, your mobile phone
    Watch out: there is no need to move it or put it on a USB stick.
    Never go there through a link in a text message or an ad.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    .title = Log in on the computer

step-second-app =
    <b>Open KB스타뱅킹 (KB Star Banking) on the device that you want to use.</b>
    <b>Among the login methods, choose '금융인증서' (Financial Certificate).</b>

    You need: the latest KB스타뱅킹, your mobile phone
    Watch out: there is no need to move or copy the certificate.
    Install the app only from Google Play or the App Store.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    .title = Log in with the app

step-second-auto =
    <b>If only you use this device, tick '자동연결' (Auto-connect).</b>
    Next time it opens at once, without the text message.

    Watch out: don’t tick it on a shared computer.
    You can log in without it, too.
    Ticked by mistake? Open '인증서 관리' (Manage certificate).
    You can disconnect under '자동연결 관리' (Manage auto-connect).
    .title = Auto-connect or not

## The certificate of KB at another bank

step-elsewhere-open =
    <b>Open the app or website of the other bank yourself.</b>
    <b>In its Certificate Center (인증센터), press '금융인증서' (Financial Certificate).</b>

    You need: that bank’s ID, account, and security card (보안카드) or OTP
    Watch out: register one bank after the other.
    Never go there through a link in a text message or an ad.
    Menu names differ from bank to bank.
    .title = Open the other bank

step-elsewhere-menu =
    <b>Press '타기관 인증서 등록' (Register from another bank).</b>
    It may be called '타행 인증서 등록' instead.

    Watch out: don’t press '발급' (Issue) here.
    If that bank issues a new one, the one made at KB ends.
    Menu names differ from bank to bank.
    .title = Press the register menu

step-elsewhere-id =
    <b>Log in with your ID of that bank.</b>

    You need: your internet banking ID and password of that bank
    Watch out: it is that bank’s ID, not your KB ID.
    If you have not joined its internet banking yet, do that first.
    .title = Log in at that bank

step-elsewhere-identity =
    <b>Prove who you are, as that bank asks.</b>
    This is a check by text message or ARS call (automated call).

    You need: a mobile phone in your own name
    Watch out: a number from a text goes into the bank’s screen.
    In an ARS call, key the number on the screen into the phone.
    If anyone asks you to read that number out, it is fraud.
    .title = Prove who you are

step-elsewhere-medium =
    <b>Enter the digits of that bank’s security card (보안카드) or OTP.</b>

    You need: that bank’s security card or OTP
    Watch out: it is not the KB security card.
    Enter only the digits that the screen asks for.
    A screen that asks for all numbers of the card is fake. Close it.
    .title = That bank’s card or OTP

step-elsewhere-test =
    <b>Log in once at that bank with your Financial Certificate (금융인증서).</b>
    If you get in, that bank is done.

    Watch out: for further banks, register in the same way.
    After a later reissue (재발급), register again at each bank.
    .title = Try logging in

## The certificate of another bank at KB

step-other-web-menu =
    <b>Under '금융인증서' (Financial Certificate), click '타행·타기관 인증서 등록'.</b>
    It means: register a certificate from another bank.

    Watch out: don’t click '발급' (Issue) here.
    A new issue ends the certificate made at your other bank.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    Menu names may differ a little.
    .title = Click the register menu

step-other-app-menu =
    <b>Under '금융인증서' (Financial Certificate), tap '타행·타기관 인증서 등록'.</b>
    It means: register a certificate from another bank.
    You may have to tap '다른 인증수단' (Other methods) first to see it.

    Watch out: don’t tap '발급' (Issue) here.
    A new issue ends the certificate made at your other bank.
    Make sure it says '금융인증서', not '공동인증서' (Joint Certificate).
    Menu names may differ a little.
    .title = Tap the register menu

step-other-id =
    <b>Enter your KB ID and confirm as the screen asks.</b>

    You need: your KB internet banking ID
    Watch out: it is your KB ID, not the other bank’s.
    Type it only on the bank’s screen, not in this chat.
    .title = Enter your KB ID

step-other-ars =
    <b>Choose ARS and answer the automated call at once.</b>
    <b>During the call, key in the approval number (승인번호) on the screen.</b>

    Example: the screen shows 2 7. Tap '키패드' (Keypad) and press 2 7.

    You need: your phone, registered at KB
    Watch out: the call doesn’t say the number. It is on the screen.
    Abroad, you must be able to take roaming calls.
    If anyone asks for this number, it is fraud. Hang up.
    .title = Answer the ARS call

step-other-account =
    <b>Enter your KB withdrawal account (출금계좌) and its password.</b>
    The withdrawal account is your account that money is paid from.

    You need: your KB account number and its password
    Watch out: if it says the password is wrong, don’t keep guessing.
    Type these only on the bank’s screen, not in this chat.
    .title = Enter the account

step-other-card =
    <b>Enter only the requested digits of your KB security card (보안카드).</b>

    You need: your KB security card
    Watch out: it is not the other bank’s security card.
    Check which box, and whether first or last digits.
    A screen that asks for all numbers of the card is fake.
    If you see that, close it and call KB: 1588-9999.
    .title = Enter the card digits

step-other-otp =
    <b>Press the OTP button and enter its six digits right away.</b>

    You need: an OTP registered at KB
    Watch out: the number changes after about a minute.
    An OTP from another bank must be registered at KB first.
    Anyone who asks for this number on the phone is a fraudster.
    .title = Enter the OTP digits

step-other-kbcert =
    <b>If you see 'KB국민인증서' (KB certificate), choose it and confirm.</b>

    You need: the phone with KB스타뱅킹 (KB Star Banking)
    Watch out: if it is not there, you need a security card (보안카드) or OTP.
    In that case, ask KB: 1588-9999.
    Menu names may differ a little.
    .title = Confirm with KB국민인증서

step-other-test =
    <b>Log in once at KB with your Financial Certificate (금융인증서).</b>
    If you get in, everything is done.

    Watch out: renew it at the bank where you first made it.
    After a reissue (재발급) there, register it here again.
    To stop using it here: '타행·타기관 인증서 해제' (Unregister).
    .title = Try logging in
