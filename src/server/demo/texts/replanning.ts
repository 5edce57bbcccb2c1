import type { ThemeTexts } from './theme-texts.ts'

export const replanning: ThemeTexts = {
  terse: [
    '2 On the phone I see ONE crew. *I have six.* I plan from the phone.',
    '3 *Had to drive back to the office to swap two jobs.* On a phone it is impossible.',
    '2 Drag and drop. *On a phone. With my thumbs.* Did anybody try that?',
    '2 Sick call at 6:30. *I need two crews side by side, now, in my kitchen.*',
  ],
  polite: [
    '2 The new calendar is great but *on the phone I cannot see two crews next to each other*, so I draw them on paper first.',
    '2 When somebody falls ill I am usually still at home, and *on the small screen I have to jump back and forth between the crews to find a gap*. I lose track every time.',
    '2 Is there a way to see *who is free nearest to {town}*? I do that in my head, and my head is not always right.',
    '1 *When I move a job to another day the phone scrolls away under my finger* and it lands on Thursday. Everything lands on Thursday.',
    '3 On {day} {n} people were ill. *It took me an hour and a half to re-plan the day*, and by then two customers had already rung.',
  ],
  technical: [
    '1 Portrait mode shows one resource column whatever the width. *Even on a 10-inch tablet there is only one crew.*',
    '2 *Moving a job on mobile takes {n} requests and three page loads*; with our latency that is twenty seconds a move.',
    '1 Long press starts the drag after 900 ms. *Our people think it is broken and let go.*',
  ],
  sales: [
    '2 Dispatcher works from her car. *Cannot compare crews on the phone, so she keeps a magnetic board on the passenger seat.* A magnetic board!',
    '2 "*Show me Tuesday, all crews, on this*", holds up his phone. I could not.',
    '3 Small owner-operators plan on the phone or not at all. *{num} of the last thirty trials never opened the desktop.*',
  ],
  ticket: [
    '2 *Cannot see more than one crew on the phone.* Told them to use the browser in desktop mode; they did, and sent a picture of it. Unreadable.',
    '1 *Job jumps to the wrong day when dragged near the edge* of the screen.',
    '2 Undo after moving a job on the phone? *There is none, and the old time is not shown anywhere.*',
  ],
  review: [
    '2 *only 1 crew at a time*?? i run 5',
    '2 draging jobs on my phone is *a nightmare*',
    '1 calender nice on pc. *on iphone tiny* and always thursday',
  ],
  survey: ['2 *Re-planning on the phone.*', '2 *two crews side by side*', '3 *When somebody is ill.*', '1 *find a free slot*'],
  interview: [
    '2 The phone rings at half past six: my back. So I am in the kitchen with a coffee, and *I open crew one, close, crew two, close, crew three. By three I have forgotten one.*',
    '3 I plan at traffic lights. I should not say that. *If I could see two next to each other I could do it before I drive off.*',
    '2 It is like a slide puzzle. *You move one and you need to see the others, that is the whole point of a puzzle.*',
  ],
  community: [
    '2 Swapping jobs between crews from the phone: *I use pen, paper and then the app*. Who is faster?',
    '1 If you turn the phone and zoom out in the browser *you see nearly three crews*. You also need good eyes.',
  ],
  internal: [
    '2 Watched four dispatchers: *all four drew the crews on paper before touching the phone*.',
    '2 Usage: *moves per day on mobile are a tenth of those on the desktop*, though more people plan from the phone than from a desk.',
  ],
  german: ['2 *Am Handy sehe ich immer nur eine Kolonne*, ich müsste zwei nebeneinander sehen, wenn jemand krank wird.'],
  french: ["2 Sur le téléphone *on ne voit qu'une équipe à la fois*, alors quand quelqu'un est malade c'est la loterie."],
  spanish: ['2 En el móvil *solo veo un equipo*, y cuando falta alguien necesito ver dos a la vez.'],
  against: [
    '1 I never plan on the phone and *I do not want my foremen to be able to*. One plan, one planner.',
    '1 One crew at a time is fine. *There is only one crew, it is me and my nephew.*',
  ],
}
