### 화면의 말: 제목, 버튼, 위에 얹는 한마디, 알림. 안내하는 글은 다른 파일에 있다.
### 인증서 이름은 조사 없이 쓴다. «어머니»처럼 사람을 가리키는 이름이 많기 때문이다.

## 처음 화면

home-unfinished = 하던 일이 있어요: <b>{ $procedure }</b> · { $number }/{ $total }단계 · { $ago }

ago-today = 오늘
ago-yesterday = 어제
ago-days = { $days }일 전

button-resume = 이어하기 · { $number }/{ $total }단계
button-resume-since = 이어하기 · { $number }/{ $total }단계 · { $ago }
button-begin = 발급·재발급·갱신 시작
button-checklist = 준비물 체크리스트
button-new-date = 만료일 적고 알림 받기
button-certificates-count = 내 인증서 · { $count }개
button-questions = 자주 묻는 질문
button-troubles = 막혔을 때
button-help = 도움말
button-settings = 설정·쉬운 말·English
button-home = 처음으로

## 짧은 질문과 그 결과

question-number = <b>질문 { $number }</b> · 많아도 5개예요.

button-unsure = 잘 모르겠어요
button-recommended = 추천: { $choice }
button-question-before = 이전 질문
button-answer-again = 다시 고르기

result-can =
    <b>{ $procedure }</b>
    안내를 시작할 수 있어요.
result-need =
    <b>준비할 것</b>
    { $need }
result-time = 걸리는 시간: { $time }
result-not-now =
    <b>지금은 이 안내대로 할 수 없어요.</b>
    그래도 길은 있어요.

button-prepare = 준비물 체크리스트
button-depart = 안내 시작하기
button-with-kb-cert = KB국민인증서로 할게요
button-human = 사람에게 물어보기
button-open-kb = kbstar.com 열기
button-open-yeskey = yeskey.or.kr 열기

## 체크리스트

checklist-head =
    <b>준비물 체크리스트</b>
    { $total }가지 중 { $ready }가지가 준비됐어요.

    하나씩 눌러 보세요. 표시는 남겨 둬요.
checklist-complete =
    <b>준비물 체크리스트</b>
    모두 준비됐어요. 이제 시작해도 좋아요.
checklist-item = <b>{ $item }</b> · { $total }가지 중 { $number }번째
checklist-item-ready = 지금 표시: <b>준비됐어요</b>
checklist-item-open = 지금 표시: <b>아직이에요</b>
checklist-missing =
    <b>아직 준비 표시가 없는 것이 있어요.</b>
    { $items }

    그래도 시작할 수 있어요. 하던 자리는 남겨 둬요.
checklist-missing-line = · { $item }

button-item-ready = 준비됨 · { $number }. { $item }
button-item-open = { $number }. { $item }
button-ready = 준비됐어요
button-not-ready = 아직이에요
button-to-list = 체크리스트로
button-depart-anyway = 그래도 시작할게요

## 한 단계

step-head =
    <b>{ $number }/{ $total } · { $title }</b>
    { $total }단계 중 { $number }단계예요.

button-done = 했어요
button-stuck = 막혔어요
button-step-before = 이전 단계

## 막혔을 때

stuck-head =
    <b>{ $title }</b>
    괜찮아요. 어디가 막혔나요?
    가까운 것을 눌러 주세요. 하던 자리는 남겨 둬요.
trouble-head = <b>{ $title }</b>

button-solved = 해결됐어요
button-other-trouble = 다른 문제예요
button-ask-human = 사람에게 물어보기
button-back-to-step = 단계로 돌아가기

## 마친 뒤

finished =
    <b>{ $procedure }{ P($procedure, "을/를") } 마쳤어요.</b>
    끝까지 잘 오셨어요.
finished-after =
    <b>마친 뒤에 챙길 것</b>
    { $after }

button-afterwards = 마친 뒤 할 일

## 만료일 적기

date-whose =
    <b>어느 인증서의 새 만료일인가요?</b>
    목록에 없으면 '다른 인증서예요'를 눌러 주세요.
date-for = 인증서: <b>{ $label }</b>
date-ask =
    <b>화면에 적힌 만료일을 적어 주세요.</b>
    날짜만 있으면 돼요. 번호나 사진은 필요 없어요.
date-ask-at-end =
    <b>마지막이에요. 완료 화면에 적힌 만료일을 적어 주세요.</b>
    그날이 오기 전에 미리 알려 드려요.
    날짜만 있으면 돼요. 번호나 사진은 필요 없어요.
date-ask-issue =
    <b>발급받은 날을 적어 주세요.</b>
    '오늘'이나 '작년 3월 15일'처럼 적어도 돼요.
date-example = 보기: { $date }

date-pick-year = <b>만료되는 해를 골라 주세요.</b>
date-pick-year-issue = <b>발급받은 해를 골라 주세요.</b>
date-pick-month = <b>{ $year }년</b> 몇 월인가요?
date-pick-day = <b>{ $month }</b> 며칠인가요?
date-year = { $year }년
date-month = { $month }월
date-day = { $day }
date-itself = { $date }

date-either = <b>두 가지로 읽혀요. 어느 날인가요?</b>
date-terms =
    발급일: { $issued }

    안내하는 곳마다 기간이 달라요.
    · 3년(공개된 안내 여러 곳): { $three }
    · 2년(발급 안내 글): { $two }

    <b>화면에 적힌 날짜가 정답이에요.</b> 맞는 날을 눌러 주세요.
    모르면 '잘 모르겠어요'를 누르세요. 이른 날로 알려 드려요.
date-confirm =
    <b>{ $date }</b>
    { $left }

    이 날짜가 만료일이 맞나요?
date-confirm-past = 이미 지난 날이에요. 맞으면 그대로 저장해도 돼요.
date-confirm-far = 3년보다 더 남았어요. 화면의 연도를 한 번 더 봐 주세요.

consent-head =
    <b>이 날짜를 저장해도 될까요?</b>
    처음 저장할 때 한 번만 여쭤봐요.

button-another-certificate = 다른 인증서예요
button-pick-date = 날짜 골라서 넣기
button-type-date = 직접 적기
button-only-issue = 발급일만 알아요
button-know-expiry = 만료일을 알아요
button-where = 만료일은 어디서 봐요?
button-other-year = 다른 해 고르기
button-other-month = 다른 달 고르기
button-term-three = 3년: { $date }
button-term-two = 2년: { $date }
button-term-unsure = 잘 모르겠어요
button-save = 맞아요, 저장할게요
button-correct = 날짜 고치기
button-agree = 동의하고 저장하기
button-decline = 저장하지 않기

unclear-no-date = 날짜를 찾지 못했어요. 연도와 월, 일을 함께 적어 주세요.
unclear-incomplete = 날짜가 조금 모자라요. 연도와 월, 일까지 모두 적어 주세요.
unclear-impossible = 달력에 없는 날이에요. 화면의 날짜를 다시 봐 주세요.
unclear-future-issue =
    발급일은 오늘보다 뒤일 수 없어요.
    만료일을 적으신 거라면 '만료일을 알아요'를 눌러 주세요.
unclear-lunar = 음력은 읽지 못해요. 화면에 적힌 양력 날짜를 적어 주세요.
unclear-vague = 며칠인지 알기 어려워요. 연도와 월, 일을 숫자로 적어 주세요.

## 내 인증서

certificates =
    <b>내 인증서 { $count }개</b>
    누르면 만료일과 보낼 알림이 나와요.
    모두 { $max }개까지 적어 둘 수 있어요.
certificates-none =
    <b>내 인증서</b>
    아직 적어 둔 인증서가 없어요.

    만료일을 적으면 30일 전, 7일 전, 하루 전에 알려 드려요.
    만료 다음 날에도 한 번 알려 드려요.
certificate =
    <b>{ $label }</b>
    만료일: { $date }
    { $left }

label = { $words }
label-mine = 내 금융인증서
label-mother = 어머니
label-father = 아버지
label-spouse = 배우자
label-work = 회사

days-left = { $days }일 남음
days-past = { $days }일 지남
days-today = 오늘까지

notices =
    <b>보낼 알림</b>
    { $lines }
notices-muted =
    알림이 꺼져 있어요.
    인증서 화면의 '알림 켜기'로 다시 켤 수 있어요.
notices-none =
    앞으로 보낼 알림이 없어요.
    새로 받은 뒤 만료일을 적으면 다시 알려 드려요.
notice-later = · 다시 알림: { $at }
notice-d90 = · 90일 전: { $at }
notice-d30 = · 30일 전: { $at }
notice-d7 = · 7일 전: { $at }
notice-d1 = · 하루 전: { $at }
notice-expired = · 만료 다음 날: { $at }

saved =
    <b>적어 뒀어요.</b>
    인증서: { $label }
    만료일: { $date }
    { $left }
rename =
    인증서: <b>{ $label }</b>

    무엇이라고 부를까요? 고르거나 { $max }자까지 적어 주세요.
    실명이나 번호 말고 별명이 좋아요.
remove =
    인증서: <b>{ $label }</b>
    만료일: { $date }

    <b>길봇에서 지울까요?</b>
    이 인증서의 알림이 더는 오지 않아요.
    은행에 있는 인증서는 그대로예요.

card-later = 이 알림을 나중에 다시 받으려면 아래에서 날을 고르세요.
button-certificate = { $label } · { $left }
button-certificates = 내 인증서
button-start-now = 지금 시작
button-renewed = 이미 했어요
button-later-tomorrow = 내일
button-later-three-days = 3일 뒤
button-later-next-week = 다음 주
button-used = 로그인했어요
button-mute = 알림 끄기
button-unmute = 알림 켜기
button-rename = 이름 바꾸기
button-remove = 여기서 지우기
button-remove-yes = 네, 지울게요
button-leave-it = 그대로 둘게요

## 알림. 늦게 읽어도 맞도록 남은 날은 늘 새로 센다.

reminder-d90 =
    <b>{ $label } · { $left }</b>
    금융인증서 만료일: { $date }

    만료 90일 전부터 갱신할 수 있다고 알려져 있어요.
    급하지 않아요. 시간이 날 때 해도 돼요.

    다시 알려 드릴 날은 아래에서 고를 수 있어요.
    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-d30 =
    <b>{ $label } · { $left }</b>
    금융인증서 만료일: { $date }

    시간이 날 때 갱신해 두면 마음이 편해요.
    '지금 시작'을 누르면 한 단계씩 같이 가요.

    다시 알려 드릴 날은 아래에서 고를 수 있어요.
    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-d7 =
    <b>{ $label } · { $left }</b>
    금융인증서 만료일: { $date }

    이제 얼마 남지 않았어요. 세 가지를 챙겨 갱신해 주세요.
    · 내 이름으로 된 휴대폰
    · 보안카드나 OTP
    · 지금 쓰는 비밀번호 숫자 여섯 개(여기에는 적지 마세요)

    다시 알려 드릴 날은 아래에서 고를 수 있어요.
    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-d1 =
    <b>{ $label } · 내일까지</b>
    금융인증서 만료일: { $date }

    내일이 지나면 갱신할 수 없고 새로 발급받아야 해요.
    오늘 해 두세요. 10분쯤이면 돼요.
    휴대폰, 보안카드나 OTP를 곁에 두고 '지금 시작'을 누르세요.

    다시 알려 드릴 날은 아래에서 고를 수 있어요.
    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-today =
    <b>{ $label } · 오늘까지</b>
    금융인증서 만료일: { $date }

    오늘이 지나면 갱신할 수 없고 새로 발급받아야 해요.
    휴대폰, 보안카드나 OTP를 곁에 두고 '지금 시작'을 누르세요.
    밤늦게는 은행이 점검 중일 수 있으니 되도록 일찍 해 주세요.

    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-expired =
    <b>{ $label } · { $left }</b>
    금융인증서 만료일: { $date }

    만료일이 지났어요. 돈은 안전해요. 새로 발급하면 돼요.
    '지금 시작'을 누르면 처음부터 같이 가요.
    벌써 새로 받았다면 '이미 했어요'를 눌러 주세요.

    다시 알려 드릴 날은 아래에서 고를 수 있어요.
    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-use =
    <b>{ $label }</b>
    금융인증서 만료일: { $date } ({ $left })

    오래 쓰지 않으셨다면 한 번 로그인해 두세요.
    1년 동안 안 쓰면 보관함에서 없어질 수 있다고 알려져 있어요.
    로그인하신 뒤에 '로그인했어요'를 눌러 주세요.

    길봇(비공식)의 알림이에요. 그만 받으려면 '알림 끄기'를 누르세요.
reminder-merged =
    <b>챙길 금융인증서가 있어요.</b>
    { $lines }

    하나씩 눌러 주세요. '지금 시작'과 '알림 끄기'가 그 안에 있어요.
    길봇(비공식)의 알림이에요.
reminder-line = · { $label }: { $date }, { $left }
reminder-line-more = · 그 밖에 { $count }개
reminder-line-use = · { $label }: 한 번 로그인해 두세요
reminder-gone = 이 알림의 인증서는 이미 지우셨어요. 더 알릴 것이 없어요.

button-continue = 하던 곳으로

## 알림 설정

settings =
    <b>알림과 말투</b>
    · 알림 시간: { $hour }
    · 시간대: { $zone }
    · 90일 전 알림: { $early }
    · 로그인해 두기 알림: { $yearly }
    · 저장할 때 그림: { $pictures }

    90일 전 알림은 갱신할 수 있다고 알려진 때에 가요.
    로그인해 두기는 마지막으로 적으신 지 열 달 뒤에 알려요.
    밤 9시부터 아침 8시까지는 보내지 않아요.
settings-hours =
    <b>몇 시에 알려 드릴까요?</b>
    밤 9시부터 아침 8시까지는 보내지 않아요.
settings-zones =
    <b>지금 어디에 계세요?</b>
    그곳 시간에 맞춰 알려 드려요. 한국이면 그대로 두세요.

word-on = 켜짐
word-off = 꺼짐

hour-morning = 오전 { $hour }시
hour-afternoon = { $hour ->
    [12] 낮 12시
   *[other] 오후 { $hour }시
}

zone-seoul = 한국(서울)
zone-shanghai = 중국(상하이)
zone-ho-chi-minh = 베트남(호찌민)
zone-dubai = 아랍에미리트(두바이)
zone-london = 영국(런던)
zone-berlin = 독일(베를린)
zone-new-york = 미국 동부(뉴욕)
zone-los-angeles = 미국 서부(로스앤젤레스)
zone-sydney = 호주(시드니)
zone-other = { $name }

button-hours = 알림 시간 바꾸기
button-zones = 시간대 바꾸기
button-early-on = 90일 전 알림 켜기
button-early-off = 90일 전 알림 끄기
button-yearly-on = 로그인해 두기 알림 켜기
button-yearly-off = 로그인해 두기 알림 끄기
button-to-settings = 설정으로
button-pictures-on = 그림 받기
button-pictures-off = 그림 안 받기

## 펼쳐 보는 글의 제목

shelves =
    <b>자주 묻는 질문</b>
    갈래를 골라 주세요. 궁금한 것을 그냥 적으셔도 돼요.
shelf =
    <b>{ $title }</b>
    궁금한 것을 눌러 주세요.
answer-head = <b>{ $title }</b>
groups =
    <b>막혔을 때</b>
    어느 쪽이 막혔나요? 가까운 것을 눌러 주세요.
group =
    <b>{ $title }</b>
    내 경우와 가까운 것을 눌러 주세요.
terms =
    <b>쉬운 말 풀이</b>
    은행 화면에 나오는 말이에요. 궁금한 말을 눌러 주세요.

button-safety = 안전과 신고
button-compare = 인증서 비교
button-terms = 쉬운 말 풀이
button-privacy = 개인정보 안내

## 내 정보

my-data =
    <b>저장된 내 정보</b>
    · 적어 둔 인증서: { $certificates }개
    · 알림 시간: { $hour } ({ $zone })
    · 체크리스트 표시: { $ticks }개
    · 하던 안내: { $walks ->
        [0] 없음
       *[other] 있음
    }
    · 마지막으로 오신 날: { $heard }

    날짜는 '내 인증서'에, 길봇이 기억하는 내용은 '파일로 받기'에 있어요.
erase =
    <b>저장된 것을 모두 지울까요?</b>
    만료일, 알림, 준비 표시, 하던 자리가 바로 지워져요.
    되돌릴 수 없고 알림도 더는 오지 않아요.

    은행에 있는 인증서는 그대로예요.
farewell =
    <b>모두 지웠어요.</b>
    길봇에 남은 것이 없고 알림도 더는 보내지 않아요.
    은행에 있는 인증서는 그대로예요.

    이 대화방의 글은 텔레그램에서 직접 지워 주세요.
    언제든 다시 오세요.
document-caption =
    길봇이 기억하는 내용이에요.
    만료일이 들어 있으니 남에게 보내지 마세요.

button-my-data = 내 정보 보기
button-hand-over = 파일로 받기
button-erase = 모두 지우기
button-erase-yes = 네, 모두 지울게요
button-start-again = 다시 시작하기

## 방금 있었던 일에 대한 한마디

remark-not-understood =
    무슨 말씀인지 잘 모르겠어요. 짧게 다시 적거나 버튼을 눌러 주세요.
    급하면 국민은행 1588-9999에 물어보세요. 상담은 24시간으로 알려져 있어요.
remark-unknown-command = 없는 명령이에요. 쓸 수 있는 명령은 /help 에 있어요.
remark-secret-erased =
    <b>방금 적으신 글은 지웠어요. 저장하지 않았어요.</b>
    비밀번호나 개인 번호로 보였어요. 글이 아직 보이면 직접 지워 주세요.
    진짜 비밀번호였다면 은행에서 바꾸세요.
    국민은행 1588-9999, 사기 같으면 1394예요.
remark-sent-picture =
    사진은 필요 없어요. 내려받지도 저장하지도 않았어요.
    비밀번호가 찍혔을 수 있으니 대화방에서 지워 주세요.
remark-sent-file =
    파일은 필요 없어요. 내려받지도 저장하지도 않았어요.
    중요한 정보가 들어 있다면 대화방에서 지워 주세요.
remark-sent-voice = 음성은 듣지 않고 저장하지도 않아요. 글로 짧게 적어 주세요.
remark-sent-sticker = 고마워요. 길봇은 글과 버튼만 알아들어요.
remark-sent-contact = 연락처는 필요 없어요. 저장하지 않았어요.
remark-sent-location = 위치는 필요 없어요. 저장하지 않았어요.
remark-sent-other = 이것은 읽을 수 없어요. 글로 적거나 버튼을 눌러 주세요.
remark-nudge =
    길봇(비공식)이에요. 하다 만 안내를 이어서 할까요?
    '이어하기'를 누르면 그 자리가 열려요. 같은 자리에서는 한 번만 여쭤봐요.
remark-welcome-back = 다시 오셔서 반가워요. 그동안 못 드린 알림이에요.
remark-late = 알림이 예정보다 늦었어요. 남은 날은 오늘부터 셌어요.
remark-once-more = 같은 알림을 이미 받으셨을 수 있어요. 하나만 보시면 돼요.
remark-cancelled = 하던 일을 멈췄어요. 적어 둔 날짜와 알림은 그대로예요.
remark-nothing-to-resume = 하다 만 안내가 없어요. 아래에서 새로 시작해 주세요.
remark-not-kept = 날짜를 저장하지 않았어요. 안내는 그대로 쓸 수 있어요.
remark-certificate-gone = 그 인증서는 이미 길봇에서 지우셨어요.
remark-certificates-full = 더는 적을 수 없어요. 안 쓰는 것을 지우면 적을 수 있어요.
remark-label-too-long = 그 이름은 쓸 수 없어요. 한 줄로 더 짧게 적어 주세요.
remark-renamed = 이름을 바꿨어요.
remark-will-remind = { $day }에 다시 알려 드릴게요.
remark-nothing-to-remind = 만료일을 새로 적으셔서 지금은 다시 알릴 것이 없어요.
remark-muted = 이 인증서의 알림을 껐어요. 만료일은 남겨 뒀어요.
remark-unmuted = 이 인증서의 알림을 다시 켰어요.
remark-used = 잘하셨어요. 오늘 로그인하신 것으로 적어 뒀어요.
remark-moved = 길봇이 새로워져서 처음 화면으로 왔어요. 날짜와 알림은 그대로예요.

remark-told-d90 =
    90일 전 알림은 이미 지났어요.
    이제 갱신할 수 있다고 알려져 있어요. 급하지 않아요.
remark-told-d30 =
    30일 전 알림은 이미 지났어요.
    시간이 날 때 갱신해 두세요.
remark-told-d7 =
    7일 전 알림은 이미 지났어요.
    휴대폰, 보안카드나 OTP를 챙겨서 만료일 전에 갱신해 두세요.
remark-told-d1 =
    하루 전 알림도 이미 지났어요. 지금 바로 갱신하세요.
    '내 인증서'에서 '지금 시작'을 누르면 같이 가요.
remark-told-expired =
    만료일이 이미 지났어요. 돈은 안전해요. 새로 발급하면 돼요.
    '내 인증서'에서 '지금 시작'을 누르면 같이 가요.

## 버튼 위로 잠깐 뜨는 말

toast-moved = 지난 화면의 버튼이에요. 지금 화면을 보여 드려요.
toast-saved = 저장했어요.
toast-muted = 알림을 껐어요.
toast-unmuted = 알림을 켰어요.
toast-will-remind-again = 그날 다시 알려 드릴게요.
toast-removed = 길봇에서 지웠어요.
toast-full = 더는 적을 수 없어요.
toast-gone = 이미 지우신 인증서예요.
toast-drawing = 그림을 그리고 있어요.

## 대화 밖에서

group-greeting =
    길봇(비공식)은 한 분씩 따로 안내해요.
    여기서 하신 말은 저장하지 않아요.
    아래 버튼을 눌러 개인 대화로 와 주세요.
button-open-private = 개인 대화 열기

trouble-with-record =
    지금은 이 대화의 기록을 읽을 수 없어요.
    기록은 지우지 않고 그대로 뒀어요.
    계속되면 봇을 소개한 곳에서 운영자에게 알려 주세요.

    은행에 있는 인증서와 돈은 그대로예요.
    급하면 국민은행 1588-9999, 금융결제원 1577-5500에 전화해 주세요.

## 답, 출처, 문자 확인, 말투

step-aged = 확인한 지 오래된 안내예요. 메뉴 이름이 바뀌었을 수 있어요.
button-differs = 화면이 달라요
button-step-terms = 낱말 뜻 보기
button-source = 출처 보기
button-into-step = 이 단계로 가기
button-back-to-answer = 답으로 돌아가기

answer-near =
    <b>혹시 이것이 궁금하세요?</b>
    가까운 것을 눌러 주세요. 없으면 짧게 다시 적어 주세요.

source =
    <b>{ $title }</b>

    출처: { $source }
    믿을 만한 정도: { $confidence }
    확인한 날: { $checked }

    은행 화면이 다르면 은행 화면이 맞아요.
confidence-high = 높음(공식 안내이거나 여러 곳이 같아요)
confidence-medium = 보통(두 곳쯤에서 같게 말해요)
confidence-low = 낮음(확인이 더 필요해요)

genuine =
    <b>이 문자, 진짜인가요?</b>
    받은 문자를 여기에 붙여 넣거나 전달해 주세요.
    수상한 점이 있는지 함께 살펴봐요. 문자는 저장하지 않아요.

    문자에 있는 번호나 비밀번호는 지우고 보내 주세요.
button-genuine = 이 문자 진짜인가요?

checked-suspicious =
    <b>수상한 점이 있어요. 누르거나 답하지 마세요.</b>
    저는 문자에 적힌 글만 보고 말씀드려요.
checked-nothing-found =
    <b>글에서는 수상한 점을 찾지 못했어요.</b>
    그래도 진짜라고 말할 수는 없어요. 은행에 직접 확인하세요.
checked-lines =
    <b>살펴본 것</b>
    { $lines }
checked-link-none = · 링크: 없어요
checked-link-official = · 링크: 공식 주소처럼 보여요. 누르지 말고 직접 쳐서 들어가세요
checked-link-elsewhere = · 링크: <b>은행 주소가 아니에요</b>
checked-link-shortened = · 링크: <b>어디로 가는지 숨긴 짧은 주소예요</b>
checked-secret-yes = · 비밀번호나 번호를 달라는 말: <b>있어요</b>
checked-secret-no = · 비밀번호나 번호를 달라는 말: 못 찾았어요
checked-remote-yes = · 원격 앱이나 설치 파일: <b>있어요</b>
checked-remote-no = · 원격 앱이나 설치 파일: 못 찾았어요
checked-money-yes = · 돈을 보내라는 말: <b>있어요</b>
checked-money-no = · 돈을 보내라는 말: 못 찾았어요
checked-urgency-yes = · 급하게 재촉하는 말: <b>있어요</b>
checked-urgency-no = · 급하게 재촉하는 말: 못 찾았어요
checked-whom-to-call =
    <b>물어볼 곳</b>
    · 국민은행 1588-9999
    · 사기가 의심되면 1394, 돈을 보냈으면 112
    · 금융 상담 1332, 문자·악성 앱 118

button-speak-korean = 한국어로 보기
button-speak-easy = 쉬운 말로 보기
button-speak-english = English

## 함께 받는 알림

button-share = 가족과 함께 알림 받기
button-share-send = 링크 보내기
button-unshare = 함께 알림 그만하기
share =
    <b>{ $label } 알림을 함께 받아요</b>

    아래 버튼으로 가족에게 링크를 보내 주세요.
    받은 분이 좋다고 하면 같은 날 알림이 그분께도 가요.
    별명과 만료일만 함께 봐요. 다른 것은 보이지 않아요.

    { $max }명까지 함께할 수 있고, 링크는 7일 동안 쓸 수 있어요.
    두 분 가운데 누구든 언제든 그만둘 수 있어요.
invited =
    <b>누군가 만료 알림을 함께 받자고 했어요.</b>
    인증서: { $label }
    만료일: { $date }

    아는 분이 보낸 링크일 때만 받으세요.
    언제든 그만둘 수 있어요.
label-of-somebody = 가족의 금융인증서
button-join = 좋아요, 함께 받을게요
button-no-thanks = 괜찮아요
card-shared = 이 알림을 { $count }명이 함께 받고 있어요.
card-shared-with-me = 다른 분이 함께 보는 알림이에요. 여기서 지우면 그만 받아요.
remark-joined = 이제 이 알림을 함께 받아요.
remark-sharing-ended = 함께 받던 알림이 끝났어요. 그 인증서는 목록에서 뺐어요.
remark-unshared = 이제 이 알림은 나만 받아요.
remark-invitation-void = 이 링크는 쓸 수 없어요. 보낸 분께 새 링크를 부탁해 주세요.
