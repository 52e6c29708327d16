### Renewal and other banks: T79–T90.

trouble-T79 =
    Renewal (갱신) opens only near the end. At KB it is reported to start 90 days before expiry.

    <b>Try this</b>
    1. Look in '인증서 관리' (Manage certificate). The date on your screen is the right one.
    2. Tell Gilbot that date. It reminds you 30 days before.
    3. If the date is close and it still fails, ask 1588-9999 on a weekday.
    .title = Can’t renew yet

trouble-T80 =
    That’s all right, your money is not affected. An expired one can’t be renewed. You make a new one.

    <b>Try this</b>
    1. Tap '금융인증서' → '인증서 발급/재발급' (Issue/Reissue). It is free.
    2. Follow the screens.
    3. Write down the new expiry date (만료일) from the last screen.
    4. If you used it at other banks or sites, register it there again.
    .title = It has expired

trouble-T81 =
    A certificate is usually renewed at the bank that made it.

    <b>Try this</b>
    1. See in the list which bank made yours.
    2. In that bank’s app or website, use '인증서 갱신' (Renew).
    3. If you want KB’s instead, tap '인증서 발급/재발급' (Issue/Reissue) at KB.
    4. Then the old one stops working, so think before you tap.
    .title = Made at another bank

trouble-T82 =
    The bank’s screen shows it. The date on your screen is the right one.

    <b>Try this</b>
    1. Open '금융인증서' in '인증센터' (Certificate Center). In the app: '인증/보안' (Certificates/Security).
    2. Tap '인증서 관리' (Manage certificate).
    3. Write the expiry date (만료일) on paper.
    4. Tell Gilbot just the date. Nothing else is needed.
    .title = When does it expire?

trouble-T83 =
    Each person has one Financial Certificate (금융인증서). You seem to have one from another bank.

    <b>Try this</b>
    1. To keep it, choose '타행·타기관 인증서 등록' (Register from another bank).
    2. To make a new one at KB, choose '인증서 발급/재발급' (Issue/Reissue).
    3. Then the old one stops working everywhere.
    4. Register the new one wherever you used the old one.
    .title = It says I have one

trouble-T84 =
    A revoked (폐기) certificate can’t be brought back. But you can make a new one free.

    <b>Try this</b>
    1. Make it with '인증서 발급/재발급' (Issue/Reissue).
    2. Write down the new expiry date (만료일) from the last screen.
    3. If you used it at other banks or sites, register it there again.
    .title = I revoked it by mistake

trouble-T85 =
    Often the new certificate is not yet registered there.

    <b>Try this</b>
    1. Open the bank or site where the login fails.
    2. In its 인증센터 (Certificate Center), find '타기관 인증서 등록' (Register from another bank).
    3. Connect the cloud (클라우드) and choose the new certificate.
    4. Do this once at each place you use.
    .title = No login after reissue

trouble-T86 =
    A bank that did not make the certificate wants it registered once.

    <b>Try this</b>
    1. In that bank’s 인증센터 (Certificate Center), open '금융인증서'.
    2. Tap '타행·타기관 인증서 등록' (Register from another bank).
    3. Enter your ID at that bank and choose the certificate.
    4. Follow the identity check and the security card (보안카드) or OTP check.
    .title = It says not registered

trouble-T87 =
    Yes. Government24 (정부24) and Hometax (홈택스) accept the Financial Certificate (금융인증서).

    <b>Try this</b>
    1. On the login screen, choose '금융인증서'.
    2. Connect the cloud (클라우드) with your name, birth date and mobile number.
    3. Enter your six-digit password.
    4. If it asks you to register, follow that screen.
    .title = Use it on Hometax?

trouble-T88 =
    I found no confirmed source that a reissue (재발급) extends the period. The date on your screen is the right one.

    <b>Try this</b>
    1. After the reissue, look at the expiry date (만료일) on the last screen.
    2. Tell Gilbot that date.
    3. If you want a longer period, look for '인증서 갱신' (Renew).
    .title = Does reissue extend it?

trouble-T89 =
    An earlier cloud connection may still be on the screen.

    <b>Try this</b>
    1. In the 금융인증서 window, disconnect the cloud (클라우드).
    2. Close the app or browser and open it again.
    3. Connect again with your name, birth date and mobile number.
    4. Choose the certificate with the new expiry date (만료일).
    .title = The old one still shows

trouble-T90 =
    For about 4 days after a new certificate, online loan applications are reported to be blocked.

    <b>Try this</b>
    1. Don’t make another certificate. Wait.
    2. On a weekday, ask 1588-9999 when you can apply.
    3. If it is urgent, ask if you can apply at a branch.
    .title = Can’t apply for a loan
