### Account and passwords: T57–T65.

trouble-T57 =
    It is easy to mix it up with a card or login password. Here it is the 4-digit account password (계좌 비밀번호).

    <b>Try this</b>
    1. Take a breath. Think of the number you chose when you opened the account.
    2. Type it slowly, once more only.
    3. If it is wrong again, stop guessing.
    4. On a weekday, ask 1588-9999 how to set a new one.
    .title = Account password wrong

trouble-T58 =
    After several wrong tries it may be locked for safety. Your money is not affected.

    <b>Try this</b>
    1. In the 'KB스타뱅킹' app, search (magnifying glass) for '오류' (Error).
    2. Find '계좌 비밀번호 오류 해제' (Unlock account password) and follow it.
    3. If that fails, ask 1588-9999 on a weekday.
    4. If they send you to a branch, take your photo ID.
    .title = Account password locked

trouble-T59 =
    It may not be registered as a withdrawal account (출금계좌), or it may be dormant after long disuse.

    <b>Try this</b>
    1. In the app, search (magnifying glass) for '출금계좌'.
    2. Open the menu to register one, and add your account.
    3. If that fails, ask 1588-9999 about the account on a weekday.
    4. If they send you to a branch, take your photo ID and bankbook.
    .title = My account isn’t listed

trouble-T60 =
    The keys change places, so it is easy to press a wrong one. Just do it again.

    <b>Try this</b>
    1. Start over with six digits in the first box.
    2. Look at the digits, don’t go by their places.
    3. Press the same six digits the second time.
    .title = The two don’t match

trouble-T61 =
    The number may be refused because it is too easy.

    <b>Try this</b>
    1. Avoid birthdays and phone numbers.
    2. Avoid repeated or running digits like 111111 or 123456.
    3. Choose six digits that differ from your account password.
    4. Type them only on the bank’s screen, never in this chat.
    .title = My digits are refused

trouble-T62 =
    Don’t worry. Nobody can look up the password, but you can make the certificate again free.

    <b>Try this</b>
    1. Stop guessing.
    2. Make it again with '인증서 발급/재발급' (Issue/Reissue).
    3. On the last screen, choose six new digits.
    4. If you used it at other banks or sites, register it there again.
    .title = Forgot the six digits

trouble-T63 =
    After several wrong tries it may be locked for safety. Your money is not affected.

    <b>Try this</b>
    1. Stop trying.
    2. Make it again with '인증서 발급/재발급' (Issue/Reissue). The old one stops working.
    3. If you used it at other banks or sites, register it there again.
    4. If it is still stuck, ask KFTC (금융결제원), 1577-5500, on a weekday.
    .title = Locked after many tries

trouble-T64 =
    If you know your six digits, you can change them. If you forgot them, a reissue (재발급) gives you new ones.

    <b>Try this</b>
    1. Open '금융인증서' in '인증센터' (Certificate Center). In the app: '인증/보안' (Certificates/Security).
    2. Tap '인증서 관리' (Manage certificate) → '비밀번호 변경' (Change password).
    3. Enter your current six digits.
    4. Enter six new digits twice.
    .title = Change my password

trouble-T65 =
    Even if you missed the last screen, it may be done. The list will tell you.

    <b>Try this</b>
    1. Open '금융인증서' → '인증서 관리' (Manage certificate).
    2. If the new certificate is there, you are done. Write down its expiry date (만료일).
    3. Log in once with '금융인증서'.
    4. If it is not there, repeat '인증서 발급/재발급' (Issue/Reissue).
    .title = Am I finished?
