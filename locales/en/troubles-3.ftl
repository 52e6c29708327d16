### Texts and the cloud: T35–T44.

trouble-T35 =
    It often lands in the spam folder, or the signal is weak.

    <b>Try this</b>
    1. In the messages app, open the spam or blocked folder.
    2. If the text is there, unblock it.
    3. Switch off Wi-Fi and see if you have LTE or 5G.
    4. Restart the phone, then request the text again.
    .title = The text doesn’t come

trouble-T36 =
    This is the other way round than usual. You reply to the text with two digits from the screen.

    <b>Try this</b>
    1. Look at the two digits on the bank’s screen.
    2. Open the text that has just come.
    3. Reply with those two digits only. If the screen shows 38, send just 38.
    4. Go back to the bank’s screen and tap '확인' (OK).
    If you did not start this yourself, don’t reply.
    .title = Where do the digits go?

trouble-T37 =
    That’s all right, you can do it again. A space or a letter may make it wrong.

    <b>Try this</b>
    1. Request the text again on the bank’s screen.
    2. Look at the two new digits on the screen.
    3. Reply to the new text with those two digits only.
    .title = I sent the wrong reply

trouble-T38 =
    Your plan may not allow sending texts, or your SIM may be for data only.

    <b>Try this</b>
    1. Send a short text to someone in your family.
    2. On an iPhone, send it as a normal text, not as iMessage.
    3. If it won’t go, ask your carrier (114) on a weekday.
    4. If it is urgent, choose ARS on the cloud (클라우드) screen.
    .title = My reply won’t send

trouble-T39 =
    You are right to be careful. The sender’s number alone does not prove that a text is real.

    <b>Try this</b>
    1. Stop. Did you just start this yourself on the bank’s screen?
    2. If not, or if there is a link, don’t reply. Delete it.
    3. Reply with the two digits only if you started it and there is no link.
    4. If you opened a link and typed something, call KB 1588-9999 first.
    If you are worried, ask 1394 (24 hours) or 118.
    .title = Is this text a scam?

trouble-T40 =
    The name must be exactly the one you used when you made the certificate.

    <b>Try this</b>
    1. Check for spaces and typing mistakes.
    2. Type it again just as you did then.
    3. For an English name, copy the bank’s order, spaces and capital letters.
    4. If it is still not found, ask KFTC (금융결제원), 1577-5500, on a weekday.
    .title = My name isn’t found

trouble-T41 =
    Some boxes want 6 digits, some 8. Follow the example in the box.

    <b>Try this</b>
    1. Look at the pale example in the box.
    2. For 8 digits, start with the full year, such as 1990.
    3. For 6 digits, start with the last two digits of the year, such as 90.
    4. Type digits only, without dots or spaces.
    .title = How to type birth date?

trouble-T42 =
    With '자동연결' (Auto-connect), the cloud opens next time without a text message.

    <b>Try this</b>
    1. On a computer or phone that only you use, you may tick it.
    2. On a shared computer, don’t.
    3. Ticked by mistake? Remove it under '인증서 관리' (Manage certificate) → '자동연결 관리' (Manage auto-connect).
    .title = What is Auto-connect?

trouble-T43 =
    There is nothing to move. A Financial Certificate (금융인증서) is not a file. It is kept in the cloud (클라우드), online.

    <b>Try this</b>
    1. On the new device, choose '금융인증서' on the login screen.
    2. Enter your name, birth date and mobile number.
    3. Reply to the text with the two digits on the screen.
    4. Enter your six-digit password.
    .title = How to move it to a PC?

trouble-T44 =
    The cloud (클라우드) is reported to be erased when not used for a year. Your money is not affected.

    <b>Try this</b>
    1. Check your name, birth date and number, and connect again.
    2. If it is gone, make a new one free with '인증서 발급/재발급' (Issue/Reissue).
    3. If you used it elsewhere, register the new one there again.
    4. From now on, log in with it about once a year.
    .title = Certificate disappeared
