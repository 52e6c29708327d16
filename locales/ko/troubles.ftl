### 막혔을 때의 선반 이름과 마지막 길. 글은 선반마다 troubles-1.ftl부터 troubles-9.ftl에 있다.
### `trouble-T01`은 카드, `.title`은 버튼에 쓰는 말이다.

group-preparing = 고르기와 준비
group-ars-and-phone = 전화와 본인 확인
group-text-and-cloud = 문자와 보관함 연결
group-card-and-otp = 보안카드와 OTP
group-account-and-pin = 통장과 비밀번호
group-browser-and-app = 앱과 컴퓨터
group-renewal-and-other-banks = 갱신과 다른 은행
group-devices-and-abroad = 새 폰·해외·특별한 경우
group-safety = 사기와 안전

human =
    혼자 애쓰지 마시고 사람에게 물어보세요. 어느 화면에서 막혔는지 말하면 빨라요.

    <b>KB국민은행</b> 1588-9999 · 1599-9999 · 1644-9999
    <b>어르신 상담</b> 1644-3308 (평일 09–18시)
    <b>외국인 상담</b> 1599-4477
    <b>해외에서</b> +82-2-6300-9999
    <b>금융결제원</b> 1577-5500 (인증서·보관함 연결)
    <b>사기 같으면</b> 1394 (24시간) · 112

    비밀번호와 승인번호는 상담원에게도 말하지 마세요.
    번호와 시간은 바뀔 수 있으니 kbstar.com에서 확인해 주세요.
