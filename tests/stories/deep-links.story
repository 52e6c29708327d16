이야기: 링크로 온 사람은 그 자리에서 시작한다

사용자: /start reissue
봇 새글: 질문 2 … 이런 경우인가요
사용자: /start privacy
봇 새글: 개인정보 처리방침
사용자: /start topic-ars_noshow
봇 새글: ARS
버튼들: 본인 인증 | 처음으로
사용자: /start trouble-T20
봇 새글: 전화가 안 와요
사용자: /start date
봇 새글: 만료일을 적어 주세요
사용자: /start 모르는링크
봇 새글: 길봇 … 비공식
