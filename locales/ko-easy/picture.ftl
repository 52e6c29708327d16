## 그림에 그려지는 말. 글자가 바뀌면 scripts/font.sh 로 글꼴을 다시 만든다.

picture-maker = 금융인증서 · 길봇(비공식)
picture-left = { $days }일 남았어요
picture-last-day = 오늘까지예요
picture-past = { $days }일 지났어요
picture-until = { $date }까지
picture-was-until = { $date }까지였어요
picture-mark-today = 오늘
picture-mark-again = 다시 알림
picture-mark-d90 = 90일 전
picture-mark-d30 = 30일 전
picture-mark-d7 = 7일 전
picture-mark-d1 = 하루 전
picture-mark-expiry = 끝나는 날
picture-mark-after = 다음 날
