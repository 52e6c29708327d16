### The shelves for those who are stuck, and the last way out. The texts stand shelf by shelf in troubles-1.ftl to troubles-9.ftl.
### `trouble-T01` is the card, `.title` what stands on the button.

group-preparing = Choosing and preparing
group-ars-and-phone = Calls and identity
group-text-and-cloud = Texts and the cloud
group-card-and-otp = Security card and OTP
group-account-and-pin = Account and passwords
group-browser-and-app = App and computer
group-renewal-and-other-banks = Renewal, other banks
group-devices-and-abroad = New phone, abroad, more
group-safety = Fraud and safety

human =
    You don’t have to manage alone. Call, and say at which screen you are stuck.

    <b>KB Kookmin Bank</b> 1588-9999 · 1599-9999 · 1644-9999
    <b>Foreigners’ line</b> 1599-4477 (best on weekdays)
    <b>Seniors’ line</b> 1644-3308 (weekdays 09–18)
    <b>From abroad</b> +82-2-6300-9999
    <b>KFTC (금융결제원)</b> 1577-5500 (certificate, cloud)
    <b>If it may be fraud</b> 1394 (24 hours) · 112

    Never tell anyone your password or approval number, not even an agent.
    Numbers and hours may change. Please check them at kbstar.com.
