"""Words by which names of people, posts and organisations are told apart. Lists only.

Lower case, singular where the plural only adds an s. A word in no list may be anything.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


POST_NOUNS = words(
    """
    accountant ad administrator adviser advisor ambassador analyst apprentice archdeacon archivist assistant
    associate auditor barrister bishop ceo cfo chair chairman chairperson chairwoman champion chancellor chief
    clerk clinician cno co-chair co-founder co-ordinator commander commissioner constable consultant controller
    convenor coo coordinator coroner councillor counsel cto curator custodian dass dcs dd dean delegate deputy
    designate director doctor dph dsl ecologist economist editor educator engineer examiner executive
    facilitator founder fundraiser govenor governor gp guardian head headmaster headmistress headteacher holder
    inspector instructor intern interpreter investigator journalist lado lead leader lecturer liaison librarian
    magistrate manager manger matron mayor mayoress mediator member mentor midwife minister minute-taker minuter
    minutes navigator note-taker notetaker minutetaker notes nurse observer officer operator organiser paediatrician pastor pharmacist
    physician physiotherapist planner practitioner president principal professor programmer psychiatrist
    psychologist psychotherapist receptionist recorder rector registrar rep representative researcher reviewer
    scientist scrutineer secretariat secretary sergeant sheriff social-worker solicitor sos specialist spokesman
    spokesperson spokeswoman statistician strategist student superintendent superviser supervisor surgeon
    surveyor taker teacher technician technologist therapist trainee trainer treasurer trustee tutor
    under-secretary undersecretary underwriter verger vicar vice-chair vice-chairman vice-president visitor
    volunteer warden worker writer youth-worker
    """
)
"""Nouns that a post ends with, or holds before "of" or "for"."""

POST_STARTS = words(
    """
    acting area assistant associate chief deputy designated director executive general group head honorary
    independent interim joint lay lead leader named operational portfolio principal regional senior service
    specialist strategic temporary vice
    """
)
"""Words that posts begin with."""

STRONG_ORG = words(
    """
    academies academy agency alliance ambulance archive archives army assembly association authority barnardo
    borough brigade cabinet cafcass camhs cathedral ccg chamber charities charity church cic cio co-operative
    college commission committee commons community-rehabilitation company confederation congregation consortium
    constabulary cooperative corporation council court crc diocese directorate england federation fellowship
    force foundation fund gov government govt guild gurdwara healthcare healthwatch hm hmcts hmrc home-office
    hospice hospital icb ics inc industries inspectorate institute institution ips land-registry
    libraries library limited llp lscb lscp ltd ministry mosque movement mps museum navy nhs nspcc office ofsted
    opcc organisation parish parliament partnership pcc pcn pct plc police probation provider registry school
    seminary society solicitors sta street surgery synagogue temple trust union university womens-aid yha ymca
    yos yot youth-justice
    """
)
"""Words that a name of an organisation holds."""

MEDIUM_ORG = words(
    """
    bank housing board bureau business centre centres forum friends group league network practice prison programme teams
    """
)
"""Words of an organisation, but of a part of one where a stronger name follows."""

WEAK_ORG = words(
    """
    access advisory branch bu club department dept division office panel secretariat section service services
    sub-group subgroup team unit
    """
)
"""Words of a part of an organisation as often as of a whole one."""

ACRONYMS_OF_POSTS = words(
    """
    ceo cfo cno coo cto dass dc dci dcs dd di dph ds dsl gp hr ict iro it lado md mp pa pc pr ps qa senco sendco
    """
)
"""Capitals that stand for a post or a field of work, not for an organisation."""

TITLES = words(
    """
    ald alderman baron baroness canon cllr cllrs cmhlr councillor councillors dame dr earl father fr hon imam lady lord miss
    mr mrs ms mx prof professor rabbi rev revd reverend rt sir sister ven viscount
    """
)
"""Titles before a name; none of them is a post."""

RANKS = words(
    """
    acc capt captain cmdr col colonel commander constable csupt dac dcc dci det detective di ds dsu dsupt insp
    inspector lt maj pc pcso ps sergeant sgt sup superintendent supt wo
    """
)
"""Ranks of police and services, short and long."""

RANK_QUALIFIERS = words(
    """
    a acting assistant c ch chief deputy det detective t temp tempchief temporary
    """
)
"""Words that lead to a rank, and to many a post."""

HONOURS = words(
    """
    am ba bem bsc cb cbe cvo dbe dl dphil dsc esq fbcs frcgp frcp frcpch freng frs frsa jp kbe kc kcb kfsm kpm
    llb ma mba mbbs mbchb mbe md mep mp ms msc msp mvo obe phd qc qfsm qn qpm rgn rn td
    """
)
"""Letters behind a name."""

PLACES = words(
    """
    bath bedford bedfordshire berkshire birmingham bolton bournemouth bradford brent brighton bristol bromley
    buckinghamshire bury cambridge cambridgeshire camden canterbury carlisle cheshire chester cornwall coventry
    croydon cumbria derby derbyshire devon doncaster dorset dudley durham ealing essex exeter gloucester
    gloucestershire greenwich hackney hampshire haringey harrow havering hereford herefordshire hertfordshire
    hillingdon hounslow hull ipswich islington kent kingston knowsley lambeth lancashire leeds leicester
    leicestershire lewisham lincoln lincolnshire liverpool luton medway merseyside merton middlesbrough newham
    norfolk northampton northamptonshire northumberland northumbria norwich nottingham nottinghamshire oldham
    oxford oxfordshire peterborough plymouth poole portsmouth redbridge richmond rochdale rotherham rutland
    salford sandwell sefton sheffield shropshire slough solihull somerset southampton southend southwark
    staffordshire stockport stockton suffolk sunderland surrey sussex sutton swindon tameside thames thurrock
    torbay trafford wakefield walsall waltham wandsworth warrington warwickshire westminster wigan wiltshire
    windsor wirral wolverhampton worcestershire yorkshire
    """
)
"""Areas of England, as they stand in names of organisations."""

ALSO_SURNAMES = words(
    """
    allan april ash austin bank banks best bishop black booth bury carer case chambers champion child church
    clerk coates constable cook court crisp cross day dean derby east edge elder english fair field fisher
    forest forum free friday friend gardener gates gold good grant gray green grey guest half hall hand hill
    hills home homes hope house hunt kent kerr king knight lake land lane law leader leigh light little long
    love major mann march marsh marshall may mayor member miles monday moody moor moss noble noon north page
    park parker parks peace place pool poole port porter post power powers price prior read rector rich rose
    royal sexton sharp shaw shepherd sheriff short silver small south speaker spring steel stock stone street
    strong summers sutton temple towers trainer usher ward warden waters way wells west white winter wood woods
    worth york young younger
    """
)
"""Words of other kinds that are surnames often enough to be believed after a given name."""
