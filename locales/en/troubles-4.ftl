### Security card and OTP: T45–T56.

trouble-T45 =
    Report it first, so that nobody else can use it. Then get a new one.

    <b>Try this</b>
    1. Report the loss to KB 1588-9999. The line is reported to be open 24 hours.
    2. If the screen offers your OTP or KB국민인증서, use that.
    3. If not, get a new card at a branch on a weekday. Take your photo ID.
    .title = Lost my security card

trouble-T46 =
    Often another box was read, or the first and last two digits were swapped.

    <b>Try this</b>
    1. Look again which box number the screen asks for.
    2. Put your finger on that box on the card.
    3. See if it wants the first two (앞) or the last two digits (뒤).
    4. Type only those digits, slowly.
    .title = Card number is wrong

trouble-T47 =
    After several wrong tries it may be locked for safety. Your money is not affected.

    <b>Try this</b>
    1. Stop trying.
    2. In the app, search (magnifying glass) for '오류' (Error).
    3. If you see a menu like '보안매체 오류 초기화' (Reset errors), follow it.
    4. If not, visit a branch on a weekday with your photo ID.
    .title = Security card is locked

trouble-T48 =
    The serial number (일련번호) is in small print on the card. The place may differ from card to card.

    <b>Try this</b>
    1. On both sides, look for 'No.' or '일련번호'.
    2. Type only the digits the screen asks for.
    3. Never send a photo of the card to anyone, not here either.
    .title = Where’s the serial no.?

trouble-T49 =
    A screen that wants all the numbers of your security card (보안카드) is fake. The bank asks for a few digits only.

    <b>Do this now</b>
    1. Stop typing and close the screen. If you are on a call, hang up.
    2. First call KB 1588-9999. If you typed any, ask for '지급정지' (a stop on payments).
    3. Then report it to 1394 (24 hours). If money is gone, call 112.
    4. If you typed numbers, replace the card.
    .title = It wants all card digits

trouble-T50 =
    OTP numbers change quickly. You may have used an old one, or the device’s clock may be off.

    <b>Try this</b>
    1. Wait until a new number appears.
    2. Type the six new digits at once.
    3. If it is wrong again, stop trying.
    4. On a weekday, ask 1588-9999 or a branch to adjust the OTP’s clock (시간 보정).
    .title = OTP number is wrong

trouble-T51 =
    After several wrong tries it may stop for safety. Your money is not affected.

    <b>Try this</b>
    1. Stop trying.
    2. On a weekday, call 1588-9999 and ask how to unlock it.
    3. If they send you to a branch, take your photo ID and the OTP.
    .title = OTP is locked

trouble-T52 =
    The battery may be empty. It usually lasts 3 to 5 years and can’t be replaced.

    <b>Try this</b>
    1. Press the button once more, firmly.
    2. If it stays blank or shows 'LOW BAT', you need a new one.
    3. Visit a branch on a weekday with your photo ID and the OTP.
    4. The price is reported to be about 3,000–5,000 won. Ask there.
    .title = OTP screen stays dark

trouble-T53 =
    An OTP from another bank is reported to work once it is registered at KB.

    <b>Try this</b>
    1. In KB’s app, search (magnifying glass) for 'OTP'.
    2. If there is a menu to register an OTP from elsewhere (타기관), follow it.
    3. If not, visit a branch on a weekday with your photo ID and the OTP.
    4. Then go on with the certificate.
    .title = OTP from another bank

trouble-T54 =
    An OTP inside an app usually works on that phone only. On a new phone you may have to get it again.

    <b>Try this</b>
    1. Log in to 'KB스타뱅킹' on the new phone.
    2. Search the app (magnifying glass) for 'OTP'.
    3. Get the mobile OTP (모바일/디지털 OTP) issued again.
    4. If that fails, ask 1588-9999 on a weekday.
    .title = OTP is on my old phone

trouble-T55 =
    There may still be a way. See if the screen offers something else.

    <b>Try this</b>
    1. If you see 'KB국민인증서' (KB certificate), choose it.
    2. If not, search the app (magnifying glass) for 'OTP'.
    3. See if you can get a mobile OTP (모바일/디지털 OTP).
    4. If not, visit a branch on a weekday with your photo ID.
    .title = No security card or OTP

trouble-T56 =
    An OTP device has an expiry date too. It is best to replace it first.

    <b>Try this</b>
    1. Pause the issue of the certificate.
    2. Replace it at a branch on a weekday. Take your photo ID and the OTP.
    3. If it is an OTP in the app, get it issued again in the app.
    4. Start the issue again with the new OTP.
    .title = OTP has expired
