### Fraud and safety: T103–T110. The order is always the same: stop, tell the bank, revoke the certificate, report it.

trouble-T103 =
    This is fraud. A bank never asks by call or text for approval numbers, passwords or security card numbers.

    <b>Do this now</b>
    1. Say nothing and hang up.
    2. If you told them something, ask KB 1588-9999 at once for '지급정지' (a stop on payments).
    3. If so, also use '인증서 폐기' (Revoke certificate) on the bank’s screen.
    4. Report it to 1394 (24 hours). If money is gone, call 112.
    Never call back the number they gave you.
    .title = Asked to say a number

trouble-T104 =
    This is fraud. A bank never has you install an app that lets others see or control your screen.

    <b>Do this now</b>
    1. Hang up. Don’t install anything.
    2. If you did, ask KB 1588-9999 from another phone for '지급정지' (a stop on payments).
    3. Then report it from another phone: 112 or 1394 (24 hours).
    4. Delete the app. Don’t open the bank’s app before that.
    Then ask the bank about revoking the certificate (금융인증서) and making a new one.
    .title = They want a remote app

trouble-T105 =
    A link in a text may be fake. Only a bank page you opened yourself is safe.

    <b>Do this now</b>
    1. Don’t tap it. If you opened it, close the window.
    2. If you typed something, ask KB 1588-9999 at once for '지급정지' (a stop on payments).
    3. If so, also use '인증서 폐기' (Revoke certificate) on the bank’s screen.
    4. Report it to 1394 (24 hours). For a strange app, ask 118.
    Open the bank by typing kbstar.com yourself.
    .title = A link came by text

trouble-T106 =
    Someone may have mistyped a number, or tried to open your certificate. What matters is not to reply.

    <b>Do this now</b>
    1. Don’t reply. If there is a link, don’t tap it.
    2. Tell nobody the digits, even if someone calls and asks.
    3. If you replied, tell KB 1588-9999 and revoke (폐기) the certificate.
    4. If more come, ask KFTC (금융결제원), 1577-5500, on a weekday.
    .title = A text I didn’t ask for

trouble-T107 =
    That is a shock. If you act now, step by step, you can limit the damage.

    <b>Do this now</b>
    1. First call KB 1588-9999 and ask for '지급정지' (a stop on payments).
    2. Use '금융인증서' → '인증서 폐기' (Revoke). If it is hard, ask the bank.
    3. Report it to 112 or 1394 (24 hours).
    4. Delete strange apps, change your passwords, then reissue (재발급).
    Afterwards, ask 1332 about registering your leaked details.
    .title = I typed on a fake page

trouble-T108 =
    Gilbot has not stored it. It needs no passwords and no resident registration numbers.

    <b>Do this now</b>
    1. If your message is still in the chat, press it long and delete it.
    2. If it was a password, change it on the bank’s screen.
    3. If it was a security card number, tell KB 1588-9999.
    4. From now on, type such things only on the bank’s screen.
    .title = I typed a secret here

trouble-T109 =
    No. Gilbot is an unofficial guide. It is not connected with KB Kookmin Bank.

    <b>Try this</b>
    1. Don’t type passwords or resident registration numbers here.
    2. Do your banking in the 'KB스타뱅킹' app or at kbstar.com.
    3. If you have a question for the bank, call 1588-9999 or the foreigners’ line 1599-4477.
    .title = Is this the bank?

trouble-T110 =
    A personal Financial Certificate (금융인증서) is free, and you make it yourself. If someone wants money, treat it as fraud.

    <b>Do this now</b>
    1. Send no more money and break off contact.
    2. If you paid, ask the bank you paid from for '지급정지' (a stop on payments). KB is 1588-9999.
    3. If you told them a password, revoke (폐기) the certificate.
    4. Report it to 112 or 1394 (24 hours). For advice, call 1332.
    .title = They want a fee
