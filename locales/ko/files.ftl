## 달력에 넣기. 달력 앱 안에서 길봇 없이도 읽는다.

button-calendar = 달력에 넣기
button-calendar-all = 모두 달력에 넣기
calendar-caption =
    달력에 넣을 파일이에요. 눌러서 열면 달력 앱이 넣을지 물어봐요.
    알림은 넣지 않는 달력 앱도 있어요. 길봇 알림은 그대로 가요.
    만료일이 바뀌면 새 파일을 받아 다시 넣어 주세요.
calendar-title = 금융인증서 만료일 · { $label }
calendar-title-mine = 내 금융인증서 만료일
calendar-alarm = { $days ->
    [0] 오늘까지 · { $title }
    [1] 하루 전 · { $title }
   *[other] { $days }일 전 · { $title }
}
calendar-about =
    길봇에 적어 두신 날짜예요. 길봇은 국민은행과 관계없는 비공식 안내예요.
    날짜가 다르면 화면에 적힌 날짜가 정답이에요.

## 그림. 설명 글은 그림과 같은 말을 한다.

button-picture = 그림으로 보기
picture-caption =
    <b>{ $label }</b>
    오늘: { $today }
    만료일: { $date } ({ $left })
picture-hint = 그림은 설정에서 끄고 켤 수 있어요.
