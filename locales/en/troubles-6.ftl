### App and computer: T66–T78.

trouble-T66 =
    Usually new windows (pop-ups) are blocked.

    <b>Try this</b>
    1. Click the pop-up sign beside the address bar.
    2. Allow pop-ups for kbstar.com.
    3. Reload the page and try again.
    4. If nothing opens, use the 'KB스타뱅킹' app on your phone.
    .title = No window opens

trouble-T67 =
    Often an old program is still there, or a browser window is open.

    <b>Try this</b>
    1. Close all browser windows.
    2. Remove the old security programs, then install them again from the bank’s screen.
    3. Restart the computer and open kbstar.com.
    4. If it keeps asking, use the 'KB스타뱅킹' app on your phone.
    .title = Keeps asking to install

trouble-T68 =
    Often the browser is old or its temporary files are mixed up.

    <b>Try this</b>
    1. Close all browser windows and open one again.
    2. Update Edge or Chrome.
    3. Clear the temporary files (cache) in the browser’s settings.
    4. If it still freezes, use the 'KB스타뱅킹' app on your phone.
    .title = Blank or frozen screen

trouble-T69 =
    The programs of the bank’s website may not suit that device. The phone app is easier.

    <b>Try this</b>
    1. On your phone, open the 'KB스타뱅킹' app.
    2. Tap '전체메뉴' (≡, All menus) → '인증/보안' (Certificates/Security).
    3. Find '금융인증서' (Financial Certificate) and go on from there.
    .title = Mac or iPad won’t work

trouble-T70 =
    The keyboard security program may get in the way.

    <b>Try this</b>
    1. Look for '마우스로 입력' (Type with the mouse) or an on-screen keyboard.
    2. If that fails, restart the computer and try again.
    3. If it still fails, use the 'KB스타뱅킹' app on your phone.
    .title = I can’t type

trouble-T71 =
    When nothing is pressed for a while, it logs out for safety. You did nothing wrong.

    <b>Try this</b>
    1. Lay out your phone, your account details, and your security card (보안카드) or OTP.
    2. Think of six new digits beforehand.
    3. Start again from the bank’s first screen.
    .title = Logged out by itself

trouble-T72 =
    With an old version, the certificate menu may not open.

    <b>Try this</b>
    1. Open Google Play or the App Store.
    2. Find 'KB스타뱅킹' and tap '업데이트' (Update).
    3. Open the app again and go on.
    4. Never update through a link in a text message.
    .title = It says to update

trouble-T73 =
    Storage may be full, or the phone may be too old.

    <b>Try this</b>
    1. Delete apps you don’t use, to make room.
    2. Update the software in your phone’s settings.
    3. Install 'KB스타뱅킹' again from the store.
    4. If that fails, use kbstar.com on a computer.
    .title = The app won’t install

trouble-T74 =
    The bank’s app may close itself if the phone has been modified (rooted) or has a risky app.

    <b>Try this</b>
    1. See if there is an unknown app or a remote-control app.
    2. If so, stop banking and delete that app.
    3. Restart the phone and open the bank’s app again.
    4. If someone had you install it, tell 1588-9999, then 1394, from another phone.
    .title = App closes by itself

trouble-T75 =
    The menu is several layers deep, and its name may differ a little.

    <b>Try this</b>
    1. In 'KB스타뱅킹', tap '전체메뉴' (≡, All menus).
    2. Tap '인증/보안' (Certificates/Security).
    3. Tap '금융인증서' (Financial Certificate). It may be inside '다른 인증수단' (Other methods).
    4. If not, tap the magnifying glass and type '금융인증서'.
    .title = Can’t find the menu

trouble-T76 =
    The Wi-Fi or the mobile signal may be weak.

    <b>Try this</b>
    1. Switch from Wi-Fi to mobile data.
    2. Try again where the signal is good.
    3. If an error code appears, write it down.
    4. If it goes on, tell 1588-9999 that code on a weekday.
    .title = It keeps disconnecting

trouble-T77 =
    Every code has its own cause. If Gilbot guessed, it might lead you astray.

    <b>Try this</b>
    1. Write down the code and the words on the screen.
    2. On a weekday, call KB 1588-9999 or the foreigners’ line 1599-4477.
    3. Tell them the code and which screen it was.
    .title = There’s an error code

trouble-T78 =
    With a VPN on, you may look as if you were in another country.

    <b>Try this</b>
    1. Switch the VPN off.
    2. Close the bank’s app or the browser and open it again.
    3. If it is still blocked, ask 1588-9999 on a weekday.
    4. If you are abroad, ask +82-2-6300-9999.
    .title = VPN or foreign IP block
