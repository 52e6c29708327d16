### Choosing and preparing: T01–T18.

trouble-T01 =
    Three certificates have similar names, so they are easy to mix up.
    · Financial Certificate (금융인증서): kept in the cloud (online), used with six digits
    · Joint Certificate (공동인증서): once 공인인증서, has a long password
    · KB국민인증서: used inside KB’s own app

    <b>Try this</b>
    1. Look which name the site asks for.
    2. If it is '금융인증서', go back to that menu at the bank.
    .title = Which certificate?

trouble-T02 =
    The Financial Certificate (금융인증서) works like a personal seal for the internet. You use it to log in and send money. It is kept online and opens with six digits.

    <b>Try this</b>
    1. First see whether your task asks for '금융인증서'.
    2. If it does, make one. For individuals it is free.
    3. If you can log in another way, there is no hurry.
    .title = What is 금융인증서?

trouble-T03 =
    A personal Financial Certificate (금융인증서) is free, also when you make it again. The price of 4,400 won usually belongs to the '범용 공동인증서' (general-purpose Joint Certificate).

    <b>Try this</b>
    1. If a screen asks for money, stop and don’t pay.
    2. Check that the screen says '금융인증서'.
    3. If not, close it and go back to the '금융인증서' menu.
    4. If anyone wants a fee for it, don’t pay. Ask 1394.
    .title = Does it cost money?

trouble-T04 =
    The Financial Certificate (금융인증서) is reported to last 3 years, the Joint Certificate (공동인증서) 1 year. The date on your screen is the right one.

    <b>Try this</b>
    1. At the bank, open '금융인증서' → '인증서 관리' (Manage certificate).
    2. Look for the expiry date (만료일).
    3. Tell Gilbot that date. It reminds you 30 days before.
    .title = How long is it valid?

trouble-T05 =
    Both work. A computer may want extra programs, so the phone is usually simpler.

    <b>Try this</b>
    1. On a phone, open the 'KB스타뱅킹' (KB Star Banking) app.
    2. If you like a big screen, open kbstar.com on a computer.
    3. Either way, keep your mobile phone beside you. Calls and texts will come.
    .title = Computer or phone?

trouble-T06 =
    Usually the owner must make the certificate on their own phone. Family may sit beside them and help.

    <b>Try this</b>
    1. Sit next to the owner.
    2. Take the calls and texts on the owner’s phone.
    3. Let the owner press the password.
    4. If it is difficult, ask the seniors’ line, 1644-3308 (weekdays 09–18).
    .title = Can my family do it?

trouble-T07 =
    You can make a Financial Certificate (금융인증서) at home, in the app or on a computer. A branch is mostly for problems with a card or account.

    <b>Try this</b>
    1. Check that you have your phone, your account, and a security card (보안카드) or OTP.
    2. If you have them all, start at home.
    3. If one is missing, or for a child under 14, ask 1588-9999.
    4. If you visit a branch, go on a weekday and take your photo ID.
    .title = Must I go to the bank?

trouble-T11 =
    Anyone forgets an ID that is rarely used. You can find it on the bank’s screen.

    <b>Try this</b>
    1. On the same screen, tap '아이디 조회' (Find ID) or 'ID를 모르시는 경우' (Don’t know your ID?).
    2. In the app, look for it under '환경설정' (Settings).
    3. Prove who you are as it asks. Then your ID appears.
    4. If that fails, call 1588-9999 on a weekday.
    .title = I don’t know my ID

trouble-T12 =
    '미가입 고객' means “not signed up”. Having an account is not enough: online banking needs its own sign-up.

    <b>Try this</b>
    1. Have your photo ID and your own mobile phone ready.
    2. Open the 'KB스타뱅킹' app and follow the sign-up (가입).
    3. If that is hard, visit a branch on a weekday with your photo ID.
    4. Then start the issue of the certificate again.
    .title = It says '미가입 고객'

trouble-T13 =
    Usually one required term (필수) is not ticked yet. Then the button stays grey.

    <b>Try this</b>
    1. At the very top, tap '전체동의' (Agree to all).
    2. If a text opens, scroll to its end and tap '확인' (OK).
    3. Scroll to the bottom and tap '다음' (Next).
    4. If it is still grey, close the screen and open it again.
    .title = '다음' (Next) is grey

trouble-T14 =
    Pasting may be blocked, or the keyboard security program may get in the way.

    <b>Try this</b>
    1. Don’t paste. Press the digits one by one.
    2. On a computer, look for '마우스로 입력' (Type with the mouse).
    3. Check that you typed digits only, without the hyphen (-).
    4. Type this number only on the bank’s screen, never in this chat.
    .title = Can’t type resident no.

trouble-T15 =
    '사용자암호' (User password) is what you log in to online banking with. Several wrong tries may lock it.

    <b>Try this</b>
    1. Stop guessing.
    2. In the app, find '아이디조회/암호재설정' (Find ID/Reset password).
    3. Prove who you are and choose a new password.
    4. If you can’t see the menu, call 1588-9999 on a weekday.
    .title = Forgot my login password

trouble-T16 =
    The bank may have changed its screens. Names also differ a little between app and computer.

    <b>Try this</b>
    1. At the bank, tap the magnifying glass (search).
    2. Type '금융인증서'.
    3. Tap the name closest to '인증서 발급/재발급' (Issue/Reissue).
    4. If there is none, ask 1588-9999 or the foreigners’ line 1599-4477 on a weekday.
    .title = The screen is different

trouble-T17 =
    Around midnight and in the early hours the bank may be doing maintenance. You did nothing wrong.

    <b>Try this</b>
    1. Close the screen for now and rest.
    2. Try again between 9 in the morning and 10 at night.
    3. If you see the same message by day, ask 1588-9999.
    .title = Not possible at night

trouble-T18 =
    The bank may be doing planned maintenance (점검). You did nothing wrong.

    <b>Try this</b>
    1. Don’t keep tapping. Close the screen.
    2. Look in the notices (공지) at kbstar.com when it ends.
    3. After that, start again from the first screen.
    .title = Under maintenance
