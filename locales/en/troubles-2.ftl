### Calls and identity: T20–T34.

trouble-T20 =
    Usually the signal is weak, do-not-disturb is on, or the bank has another number.

    <b>Try this</b>
    1. Check that the last digits on the screen are those of your number.
    2. Switch off do-not-disturb (방해금지).
    3. Go where the signal is good, such as a window.
    4. After 1 minute, request the call again on the bank’s screen.
    .title = The call doesn’t come

trouble-T21 =
    An app such as Whowho (후후) or T전화 may have taken the bank’s call for spam.

    <b>Try this</b>
    1. Open the spam app and look at the blocked calls.
    2. If a number was blocked just now, unblock it.
    3. Request the call again on the bank’s screen.
    4. When you are done, switch the blocking on again.
    .title = Spam app blocked it

trouble-T22 =
    The call usually comes from a number that you have not saved. Your phone may have blocked it.

    <b>Try this</b>
    1. In the settings of the phone app, find call blocking (수신 차단).
    2. For a moment, allow unknown numbers and those starting with 070, 15 or 16.
    3. Request the call again on the bank’s screen.
    4. When you are done, switch the blocking on again.
    .title = I block unknown numbers

trouble-T23 =
    Your carrier’s spam filter or number protection may have stopped the call.

    <b>Try this</b>
    1. Look at the spam settings in your carrier’s app.
    2. If you are not sure, call 114 from your mobile on a weekday.
    3. Ask whether the bank’s check calls are being blocked.
    4. Once it is fixed, request the call again on the bank’s screen.
    .title = Did my carrier block it?

trouble-T24 =
    It rings only briefly and is easy to miss. That’s fine, you can get it again.

    <b>Try this</b>
    1. Turn the sound up and keep the phone in your hand.
    2. On the bank’s screen, tap '다시 요청' (Request again).
    3. Answer as soon as it rings.
    4. Key in the digits you see on the screen.
    .title = I missed the call

trouble-T25 =
    The call does not tell you a number. The approval number (승인번호) is on the bank’s screen.

    <b>Try this</b>
    1. Find the approval number on the bank’s screen.
    2. Answer the call and tap '키패드' (Keypad).
    3. Key in the digits you see on the screen.
    4. If anyone asks you to say it aloud, it is fraud. Hang up at once.
    .title = Which number do I press?

trouble-T26 =
    During a call the keypad is often hidden.

    <b>Try this</b>
    1. Tap '스피커' (Speaker) and take the phone from your ear.
    2. On the call screen, tap '키패드' (Keypad).
    3. Key in the digits you see on the bank’s screen.
    4. If the call ended meanwhile, request it again.
    .title = I can’t see the keypad

trouble-T27 =
    One digit may be wrong, or the time may have run out. Just do it again.

    <b>Try this</b>
    1. Request the call again on the bank’s screen.
    2. Forget the first number. Use the new one on the screen.
    3. Answer, and press the digits slowly, one by one.
    .title = Approval no. is wrong

trouble-T28 =
    The bank still has your old number. That has to be corrected first.

    <b>Try this</b>
    1. Pause the issue of the certificate.
    2. In the app, search for '고객정보' (Customer details) and change your number there.
    3. If that is hard, visit a branch on a weekday with your photo ID.
    4. When the number is changed, start the issue again.
    .title = It calls my old number

trouble-T29 =
    The identity check needs a mobile phone registered in your own name (본인 명의).

    <b>Try this</b>
    1. If you have a phone in your own name, use that number.
    2. If not, ask your carrier (114) to change the name on the line.
    3. If that is hard too, ask 1588-9999 or the foreigners’ line 1599-4477 on a weekday.
    4. If they send you to a branch, take your photo ID.
    .title = Phone not in my name

trouble-T30 =
    With a budget carrier (알뜰폰), choose a name in the list that has '알뜰폰' in it.

    <b>Try this</b>
    1. See on your bill which network your carrier uses.
    2. In the list, choose 알뜰폰 of that network, such as 'SKT 알뜰폰'.
    3. If you don’t know the network, call your carrier and ask.
    .title = What to pick for 알뜰폰?

trouble-T31 =
    PASS is only one of several ways. You can do without it.

    <b>Try this</b>
    1. On the identity screen, choose the text message, '문자(SMS) 인증'.
    2. Type the digits from the text into the screen.
    3. If texts don’t work either, go back and choose 'ARS 인증' (ARS call).
    .title = PASS missing or failing

trouble-T32 =
    Often the name or birth date is not the same as at your carrier.

    <b>Try this</b>
    1. Check your name for spaces and typing mistakes.
    2. Check the birth date and the carrier you chose.
    3. On a weekday, call 114 and ask how your name is written there.
    4. Type it again exactly like that.
    .title = My details don’t match

trouble-T33 =
    The cloud (클라우드), your online safe, is found by name, birth date and mobile number. With a new number it may not be found.

    <b>Try this</b>
    1. Change your number at the bank, in the app or at a branch.
    2. Make a new one free with '인증서 발급/재발급' (Issue/Reissue). The old one stops working.
    3. If you used it elsewhere, register the new one there again.
    .title = Gone after a new number

trouble-T34 =
    A second number on one phone (such as 투넘버) may not take the calls or texts.

    <b>Try this</b>
    1. Use the main number that is registered in your name.
    2. If the bank has the second number, change it to the main one.
    3. Reply to texts from the main number too.
    .title = I have two numbers
