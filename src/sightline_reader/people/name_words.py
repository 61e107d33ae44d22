"""Words that are names of people, and words that are not. Lists only, in lower case."""

from sightline_reader.people.vocabulary import (
    MEDIUM_ORG,
    POST_NOUNS,
    POST_STARTS,
    STRONG_ORG,
    WEAK_ORG,
    words,
)

GIVEN = words(
    """
    aaron abby abdul abigail abraham ada adam adama adebayo adeola adil adrian adriana agnes agnieszka ahmed
    aidan aileen aisha aishah akash alan alasdair alastair albert alec alessandra alex alexa alexander alexandra
    alexis alfie alfred ali alice alicia alison alistair allan allen allison alma althea alun alyson amal amanda
    amandeep amara amber amelia amir amira amit amjad amy ana anand anastasia andrea andreas andrew andy angela
    angelina angie angus anil anish anita anja anjali ann anna annabel anne annette annie anthea anthony
    antoinette antonia antonio anwar april arabella archie arjun arlene arnold arthur arun asha ashley asif
    astrid audrey august austin ava avril ayesha azeem babatunde barbara barry beatrice becca beccy becky
    belinda ben benedict benjamin bernadette bernard bernice bert beryl beth bethan bethany betty bev beverley
    beverly bhavna bill billy blessing bob bobby bola boris brad bradley brenda brendan brent brett brian
    bridget bronwen bruce bryan bryn bryony caitlin callum calum cameron camilla candice carl carla carlos carly
    carmel carmen carol carole carolina caroline carolyn carrie carys cassandra cath catherine cathy catriona
    cecilia celia ceri chantal chantelle charlene charles charlie charlotte chelsea cherie cheryl chidi chika
    chinedu chloe chris chrissie christian christina christine christopher christy ciara claire clara clare
    clarissa claudia claudine clive colette colin colleen collette connor conor constance cora cormac craig
    crispin curtis cynthia daisy dale damian damien dan dana daniel daniela danielle danny daphne darren daryl
    dave david davina dawn deb debbie deborah debra declan dee deepa deepak deirdre delia della delroy denis
    denise dennis denzil derek dermot desmond devon di diana diane dianne dick dilip dilys dinah dinesh dipak
    dolores dominic dominique don donald donna doreen dorothy doug douglas duncan dylan eamonn ed eddie edith
    edmund edna edward edwin eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen ellie elliot
    elliott eloise elsa elsie emeka emil emilia emily emma emmanuel enid eric erica erin ernest esme esther
    ethan ethel eugene eunice eva evan evans eve evelyn ewan faisal faith faiza farah farid farida farzana
    fatema fatima fay faye felicity felix femi fergus fiona fleur flora florence folake frances francesca
    francis frank frankie fraser fred freda freddie frederick freya funmi gabriel gabriella gail gareth garry
    gary gavin gaynor gemma gene genevieve geoff geoffrey george georgia georgina gerald geraldine gerard
    germaine gerry ghulam giles gill gillian gina gita gladys glen glenda glenis glenn gloria glyn glynis gordon
    grace graeme graham grainne grant greg gregory greta gurpreet guy gwen gwyn gwyneth habib hafsa hamid hamish
    hamza hannah hardeep harinder harold haroon harpreet harriet harris harry harvey hasan hassan hattie hayley
    hazel heather hector heidi helen helena henrietta henry hilary hilda holly honor howard hugh hugo humphrey
    huw hywel iain ian ibrahim ida idris ifeoma imogen imran ina ines inga ingrid iqbal ira irena irene irfan
    iris isaac isabel isabella isabelle isla ismail isobel ivan ivor ivy iwona jack jackie jacob jacqueline
    jacqui jade jaime jake jamal james jamie jamila jan jane janet janette janice janine jasbir jasmin jasmine
    jason jaspreet jatinder javed jay jayne jayshree jean jeanette jeanne jeff jeffrey jemima jemma jennie
    jennifer jenny jeremy jerome jerry jess jessica jessie jevon jill jillian jim jimmy jo joan joanna joanne
    joao jocelyn jodie joe joel johanna john johnny jolene jon jonathan jonny jordan jos jose joseph josephine
    josh joshua josie joy joyce juan jude judith judy julia julian juliana julie juliet juliette june justin
    justine kai kamal kamaljit kamran karen karim karin karl karolina kashif kat kate katerina katharine
    katherine kathleen kathryn kathy katie katrina katy kavita kay kaye keeley keira keith kelly kelvin ken
    kendra kenneth kenny kerri kerrie kerry kevin khadija khalid kieran kim kimberley kiran kirsten kirsty kit
    kris krishna krystal kulvinder kwame kyle lance lara larry latoya laura lauren laurence lawrence leah leanne
    lee leena leila len lena leo leon leona leonard leonie leroy lesley leslie lester leticia lewis liam lianne
    libby lila lilian lillian lily lina linda lindsay lindsey lionel lisa liz lizzie llinos lloyd lois lola lora
    loraine lorna lorraine lottie lou louis louisa louise luca lucas lucia lucinda lucy luis luke lydia lyn
    lynda lyndsey lynette lynn lynne mabel madeleine madeline madhu magda maggie mahmood maia malcolm malik
    mandeep mandy manjit manoj marc marcel marcella marcia marco marcus margaret margarita margot maria mariam
    marian marianne marie marilyn marina mario marion marisa marjorie mark marlene marta martha martin martina
    martyn mary maryam maryanne mathew matilda matt matthew maud maureen maurice mavis max maxine maxwell maya
    mayur meera megan meghan mehmet mel melanie melinda melissa melvin menna mercy meredith merle mervyn mia
    micah michael michaela micheal michele michelle mick miguel mike mikey mila mildred miles millicent millie
    milly mina mira miranda miriam mo mohamed mohammad mohammed mohan mohsin moira molly mona monica monika
    morag moses muhammad mukesh munir murray musa mustafa myfanwy myra myriam nada nadia nadine naomi nasreen
    natalia natalie natasha nathan nathaniel naveed nazia neal neelam neeta neil nell nellie neville ngozi niall
    niamh nicholas nick nicky nicola nicole nigel niki nikita nikki nina nisha noah noel noor nora norah noreen
    norma norman nuala odette olga olive oliver olivia olu oluwaseun omar ope oscar osman owain owen paddy padma
    palvinder pam pamela parminder parveen pat patience patricia patrick patsy patti paul paula paulette pauline
    pearl peggy penelope penny percy perminder perry pete peter petra phil philip philippa phillip phillipa
    phoebe phyllis piotr pippa polly poonam poppy prakash pranav precious preeti priscilla priti priya quentin
    rabia rachael rachel radha rafael rafiq rahul raj rajesh rajinder ralph ramesh ramona rana randeep ranjit
    rashid rashida ravi ravinder ray raymond razia rebecca reece reena reg regina reginald rehana rekha rena
    rene renee renuka reuben rex rhian rhiannon rhona rhys ricardo richard richie rick ricky riki rina rishi
    rita rizwan rob robbie robert roberta robin robyn rod roderick rodney roger rohan roisin roland rolf rolland
    roma romina ron rona ronald ronnie rory rosa rosalie rosalind rosalyn rosanna rosario rose roseanne
    rosemarie rosemary rosie ross rowan rowena roy ruben ruby rufus rukhsana rupert russ russell ruth ryan saba
    sabina sabrina sadia sadie safina saima sajid saleem saleha salim sally sam samantha samina samir samira
    samuel sana sandeep sandra sandy sangeeta sanjay sanjeev sara sarah saskia satnam satwinder saul scott sean
    seb sebastian selina selma serena shabana shabir shahid shahida shaista shane shanice shannon sharon shaun
    shaw shazia sheena sheila shelagh shelley shereen sheryl shilpa shireen shirley shobha shona shreya sian
    sidney sienna sikander silvia simeon simon simone sinead siobhan sita skye sofia soh sohail solomon sonal
    sonia sonja sonya sophia sophie stacey stan stanley stefan stella stephan stephanie stephen steve steven
    stewart stuart sue sukhdeep sukhvinder suki sulaiman sunil sunita surinder surjit susan susana susanna
    susanne susie suzanne suzette suzie suzy svetlana sybil sydney sylvester sylvia tabitha tahir tahira talia
    tamara tamsin tanya tara tariq tasha tayo ted temitope terence teresa terri terry tessa thea thelma theo
    theodore theresa thomas tia tiffany tilly tim timothy tina tobias toby tolu tom tommy toni tony tope toyin
    tracey traci tracie tracy trevor tricia trina trish tristan trudi trudy tunde tyrone uma umar una ursula
    usha usman uzma val valentina valerie vanessa vanita vera verity veronica vic vicki vickie vicky victor
    victoria vijay vikas vikki vikram vince vincent viola violet virginia vishal vivian vivien vivienne wahid
    wanda warren waseem wayne wendy wes wesley wilf wilfred will william wilma winifred winston xavier yasmeen
    yasmin yasmine yemi yinka yolanda yousuf yusuf yvette yvonne zac zach zack zadie zafar zahid zahra zainab
    zak zara zeenat zena zoe zofia zoya zubair zulfiqar
    """
)
"""Given names. Knowing one makes a name likelier; not knowing one must never rule a name out."""

_COMMON = words(
    """
    able about above absence accepted accountability across act action actions activity acute addiction
    additional adolescent adoption adult adults advice affairs after agenda agreed aid alcohol all also an and
    annual any apol apologies apologise apology apols april arrangements arts as assessment asset assurance at
    attendance attendee attendees audit august autism awareness away bail behaviour behind being below benefits
    best between both brief bullying by call campus cancer care carers case cases census central chaired change
    changes child childcare childhood children children's childrens citizen city civic civil clerical clinical
    closing co-production collaboration commissioning common communications communities community complaints
    complex conduct conference confirmed contact contextual contract contracts corporate councillors county
    coventry crime criminal crisis crown culture current custody customer cyber daily data date day days dear
    death deaths december decision decisions declarations delegation delivery democratic design development
    digital directors disability disabled discharge discussed discussion district diversity divisional document
    domestic door draft drug drugs early east eastern economic economy education effectiveness elderly elect
    election electoral emergency emotional employment enforcement engagement english environment environmental
    equalities equality estate estates ethics evaluation event events everyone evidence exploitation external
    extra facilities faith families family february female finance financial fire first folk follow foster
    fostering fraud free friday from full further future gangs girls global gold good governance governors grant
    great greater green growth guest guests guidance half harm harmful health healthy heritage high highways
    history home homeless homelessness homes host house human humanitarian identity improvement in including
    inclusion industrial industry information infrastructure initial innovation inspection integrated
    integration intelligence internal international intervention introduction introductions investigation
    investment invited invitees item items january july june justice juvenile key kingdom knowledge labour land
    language last late law learning leaving legal leisure level licensing life line link list listed local
    logistics london looked main maintenance male manchester march market marketing maternity matters measures
    media medical medicine meeting meetings members membership men mental mention metropolitan middle midlands
    migrants minority minute missing model modern monday monitoring month monthly multi multi-agency municipal
    music n/a name names national nature neglect neighbourhood neighbourhoods neonatal new next night no none
    noon north northern not notes november nursery nursing nutrition objectives observers october of offender
    offenders offending officers officials older on online open opening operations option order organised other
    our outcomes outreach outstanding overview own page paper papers parents park parks part participation
    partner partners pathway patient patients people people's performance permanence personal persons physical
    place plan planning policing policy political pool port position post premises present presentation
    presentations presented presenting prevention previous primary priorities priority private procurement
    production professional programmes progress project projects property protecting protection provision
    psychological public publication pupil purpose quality quarter question questions quorum race radicalisation
    recording records recovery referral reform refugee refugees regeneration region registered regulatory
    rehabilitation relations remark remarks report reports representatives representing research residential
    residents resilience resource resources response responsibility responsible restorative review reviews
    rights risk road role room royal rural safe safeguarding safer safety sanctuary saturday schools science
    scrutiny secondary sector secure security september serious sexual shared sheltered shire short sickness
    signed silver single skills social south southern special speech sport sports staff standards standing start
    state statement station statistics statutory steering stock stocktake stop strategies strategy strong
    students sub subject substance suffolk suicide sunday support supporting surrey sussex sustainability system
    systems tackling talk targeted task tba tbc tbd technical technology terms the thematic theme therapies
    third thursday time title to together town trading traffic trafficking training transformation transition
    transitions transparency transport travel treasury treatment trends tribunal tuesday under united universal
    update updates upper urban urgent vacancy vacant value values venue via victim victims village violence
    violent virtual vision voice voluntary vulnerable wales ward was waste water wednesday welcome welfare
    well-being wellbeing west western whole widening with within witness women women's work workforce working
    works workshop world year years yes york young youth
    """
)
_NAMES_TOO = {"dean", "guy", "bishop", "church", "grant", "friend", "land"}
NOT_NAMES = (
    _COMMON
    | {"governing", "body", "court", "duration", "draft", "non-executive", "executives"}
    | POST_NOUNS
    | POST_STARTS
    | STRONG_ORG
    | MEDIUM_ORG
    | WEAK_ORG
) - _NAMES_TOO
"""Words that are hardly ever part of a person's name, however they are capitalised."""
