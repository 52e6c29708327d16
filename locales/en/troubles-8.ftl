### New phone, abroad, special cases: T91–T102.

trouble-T91 =
    With the same number there is nothing to move. If the number changed too, you may need a reissue (재발급).

    <b>Try this</b>
    1. Install 'KB스타뱅킹' on the new phone and log in as the bank tells you.
    2. In the '금융인증서' login, enter your name, birth date and number.
    3. Reply to the text with the two digits on the screen.
    4. Enter your six-digit password.
    .title = I have a new phone

trouble-T92 =
    Fingerprint and pattern usually stay on one phone. On a new phone you may have to set them again.

    <b>Try this</b>
    1. First log in with your six digits.
    2. In the certificate menu, register the fingerprint (지문) or pattern (패턴) again.
    3. If you forgot the six digits too, get a reissue (재발급).
    .title = Fingerprint won’t work

trouble-T93 =
    Without a Korean mobile phone the phone check can’t work. Departure records can be used instead.

    <b>Try this</b>
    1. On the issue screen, choose '해외 출국확인' (Departure check).
    2. Take the ARS call on a number abroad that you can answer now.
    3. If you get stuck, call +82-2-6300-9999.
    4. If you have no Korean account, ask the nearest Korean embassy or consulate.
    .title = Abroad: check fails

trouble-T94 =
    Calls or texts may be switched off for roaming.

    <b>Try this</b>
    1. Switch roaming on in your phone’s settings.
    2. Ask your carrier about roaming for calls and texts, and what it costs.
    3. Request the call or text again on the bank’s screen.
    4. If nothing comes, choose '해외 출국확인' (Departure check) on the issue screen.
    .title = Roaming: no call or text

trouble-T95 =
    A '해외IP 차단' (Foreign IP block) service that you once asked for may be stopping you.

    <b>Try this</b>
    1. From abroad, call +82-2-6300-9999.
    2. Ask if the '해외IP 차단' can be lifted.
    3. Ask too if you have to visit a branch.
    4. Try again when it is lifted.
    .title = Foreign IP is blocked

trouble-T96 =
    For a child under 14, a legal guardian such as a parent usually has to take part.

    <b>Try this</b>
    1. On a weekday, tell 1588-9999 the child’s age and ask if it is possible.
    2. Ask which papers to bring, and write them down.
    3. Visit a branch with the papers and the guardian’s photo ID.
    .title = For my child

trouble-T97 =
    The bank, your carrier and your residence card (외국인등록증) may have different names.

    <b>Try this</b>
    1. Check how the bank writes your name: spelling, order, spaces.
    2. Type it exactly like that.
    3. If your carrier has it differently, ask them to correct it.
    4. Ask the foreigners’ line, 1599-4477, best on a weekday.
    .title = Foreigner, name differs

trouble-T98 =
    A business certificate is another product. Gilbot guides only the personal one.

    <b>Try this</b>
    1. At kbstar.com, open '인증센터' (Certificate Center), then '기업' (Business).
    2. Check that it fits your use, such as tax invoices (세금계산서).
    3. If you are not sure, ask 1588-9999 on a weekday.
    .title = For my business

trouble-T99 =
    Until you make the certificate again, your old name may stay in it.

    <b>Try this</b>
    1. Ask 1588-9999 which papers you need to change your name.
    2. Change it at a branch on a weekday.
    3. Change it at your carrier too.
    4. Then make the certificate again with '인증서 발급/재발급' (Issue/Reissue).
    .title = I changed my name

trouble-T100 =
    The email (이메일) box may have to be filled. If it shows an old address, just change it.

    <b>Try this</b>
    1. Type an email address that you can open.
    2. If you have none, leave it empty and see if you can go on.
    3. If not, make an email address, perhaps with someone in your family.
    4. Later, update it in the bank’s '고객정보' (Customer details) too.
    .title = I have no email

trouble-T101 =
    Small letters and little time are hard for anyone. Take all the time you need.

    <b>Try this</b>
    1. Make the letters bigger in your phone’s settings.
    2. Lay out your account details and security card (보안카드) before you start.
    3. Sit down with someone in your family.
    4. Seniors can call 1644-3308 (weekdays 09–18).
    .title = Text too small, too fast

trouble-T102 =
    You have come a long way. If you don’t finish today, your money is not affected.

    <b>Try this</b>
    1. Have a rest. Gilbot keeps your place.
    2. Come back tomorrow by day and go on.
    3. It is much easier with someone beside you.
    4. Rather call? 1588-9999, foreigners 1599-4477, seniors 1644-3308 (weekdays 09–18).
    .title = I want to stop
