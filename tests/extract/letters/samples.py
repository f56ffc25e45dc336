"""Letters of our own about councils that do not exist, and short ways to read them."""

from councilgraph.documents.normalise import normalise
from councilgraph.extract import extract
from councilgraph.extract.letters.frame import Frame, read_frame
from councilgraph.extract.letters.rows import read_letter, read_rows
from councilgraph.extract.pages import Reading
from councilgraph.extract.prose.passages import PARAGRAPH, Passage, Prose
from councilgraph.model import Document, Record

UNANNOUNCED = """\
                                                             Freshford House
                                                             Bristol BS1 6NL
                                                             T 0300 123 1231
                                                             Please ask for: Orla Vance

17 February 2010

Mr Desmond P Arkle OBE
Director, Children and Young People
Northmoor Metropolitan Borough Council
Civic Centre
Northmoor
NM1 1AA

Dear Mr Arkle

Annual unannounced inspection of contact, referral and assessment arrangements
within Northmoor Metropolitan Borough Council children's services

This letter tells you what Ofsted saw at the unannounced inspection of contact, referral
and assessment arrangements in Northmoor, which was conducted on 19 and 20 January 2010.

There are strengths, and some areas for development.

Strengths

  •  A domestic abuse worker sits in the team and answers police
     notifications within a day.
  •  Newly qualified workers are well supported.

The service meets the requirements of statutory guidance in the following areas

  •  Urgent referrals are dealt with promptly.

                                                              Page 1 of 2

Areas for development

  •  Chronologies are not always complete, and this makes it hard to see the
     child's history.
  •  Too many initial assessments (37%) take longer than seven days.

No areas for priority action were identified.

Yours sincerely


Wilhelmina Stott
Her Majesty's Inspector

Copy: Osbert Pryde, Chief Executive, Northmoor Metropolitan Borough Council
      Felicity Grange, Chair of Northmoor Safeguarding Children Board
      Cllr Rashid Amin, Lead Member for Children's Services, Northmoor
      Metropolitan Borough Council
      Department for Children, Schools and Families

                                                              Page 2 of 2
"""

ASSESSMENT = """\
Office for Standards in Education          Commission for Social Care Inspection
Alexandra House, 33 Kingsway               33 Greycoat Street
London WC2B 6SE                            London SW1P 2QF

1 December 2006

Ms P J Garth, Director of Children's Services, Eastvale County Council, County Hall, Eastvale EV1 1XX

Dear Ms Garth

ANNUAL PERFORMANCE ASSESSMENT OF EASTVALE COUNTY COUNCIL 2006

Areas for judgement                                                  Grade awarded
The contribution of children's services to the outcomes of
children and young people                                                 3
Capacity to improve                                                       2

4       A service well above minimum requirements
3       A service consistently above minimum requirements

In 2005 education services were given a grade of 3 and children's social care 2.

Being healthy

Outcomes in this area are good. Work to reduce teenage pregnancy is effective. Teenagers
took part in the choice of two clinics.

Staying safe

Outcomes in this area are adequate. Too many children on the register have no social worker. The
fostering service was inspected in May 2006 and was graded good, with skilful matching.

Areas for improvement: (a) the timeliness of core assessments; and (b) the number of exclusions.

Yours sincerely

HILARY BLUNT                             JO WIMPOLE
Divisional Manager                       Business Director
Office for Standards in Education        Commission for Social Care Inspection
"""

MONITORING = """\
Ofsted
Piccadilly Gate
Manchester

16 June 2022

Marguerite Hollis
Interim Director of Children's Services
Westmarch County Council
Shire Hall, Westmarch WM1 3AB

Dear Marguerite

Monitoring visit to Westmarch children's services

This letter tells what inspectors saw at Westmarch on 11 and 12 May 2022. It was the third since the
authority was judged inadequate in October 2021. It was made by Her Majesty's Inspectors Tamsin Oddie and
Benedict Frome.

Areas covered by the visit

Inspectors looked at these parts of the service:

  the response to contacts
  supervision

Headline findings

Leaders have acted quickly. At the second monitoring visit, in February 2022, the checks of partners were often missing;
they are made every day now. Plans, however, are weak and
                                                                                    1

Monitoring visit to Westmarch                                          16 June 2022

few are shared with parents.

Eastvale County Council is lending two managers to the safeguarding hub.

I am copying this letter to the Department for Education.

Yours sincerely

Tamsin Oddie
Her Majesty's Inspector
"""

JOINT = """\
20 July 2016

Marcus Fell, Corporate Director, Children's Services, Croydale Council
Chief Constable Beatrix Orme, Harbour Police
Humaira Quist, Youth Offending Service Manager, Croydale Council

Dear local partnership

Joint targeted area inspection of the response to neglect in Croydale

Between 6 June and 10 June 2016, Ofsted, the Care Quality Commission and HMI Probation undertook a joint inspection
of the response to neglect in Croydale.

Key strengths

1. The specialist team works well with children who go missing.

Case study: highly effective practice

A boy of 14 was going missing every week. Since 40 hours with a mentor he has stayed at home.

Area for priority action

Children wait far too long to see a doctor. This needs to be remedied.

Next steps

The director should send a written statement of what is proposed by 30 September 2016.

Yours sincerely

Ofsted                                   Care Quality Commission
[signature]                              [signature]
Eleanor Marchetti                        Ursula Gale-Pym
National Director, Social Care           Deputy Chief Inspector
"""

MINISTER = """\
Department for Education

Celia Marchbank MP
Secretary of State for Education

Cllr Tobias Renshaw
Leader of the Council
Harrowby City Council
Guildhall
Harrowby

                                                                       3 March 2017

Dear Councillor Renshaw,

HARROWBY: DIRECTION

Ofsted published a report on Harrowby's children's services on 27 January 2017. In it overall effectiveness
was judged inadequate, as was leadership, management and governance; performance in adoption was good.
Safeguarding was inadequate at an inspection in May 2013.

Inspectors found that thresholds were not understood, and that children were left at risk. They also noted that the new
director had brought energy. I am deeply troubled by what I have read.

I am today issuing a direction, which requires the council:

  (a) to give the Commissioner access to its premises; and
  (b) to send monthly figures.

I am copying this letter to your Chief Executive, Anthea Loxley.

With best wishes,

Celia Marchbank

cc. Paul Danvers MP
"""

OPEN = """\
Westmarch Council
Civic Offices, Westmarch

9th October 2024

Dear residents,

Ofsted's report on our children's services

You may have seen that Ofsted published its report on Monday 7 October, after an inspection between 2 and 13 September.
Inspectors rated our services 'requires improvement to be good' overall. At our last inspection, in 2019, we were rated
good.

These results are not good enough, and I am sorry to every family we have let down.

So what did the inspectors say?

 * Children wait too long for a social worker.
 * Care leavers get good help with housing.

They praised our foster carers and the way schools work with us.

"I came because I believe in Westmarch," says Leonie Bracken, our new Director of Children's Services.

I want us to be good by 2026. Thank you for reading.

Yours, in hope,

Cllr Josephine Treloar
Leader of Westmarch Council

Published 9 October 2024  |  Share this page  |  More news: Swimming pool reopens
"""

ALL = (UNANNOUNCED, ASSESSMENT, MONITORING, JOINT, MINISTER, OPEN)


def record(text: str, *, publisher: str | None = None, published: str | None = None) -> Record:
    """The record of a document with this text."""
    words = normalise(text.split("\f"))
    return extract(Document("d", "d.txt", "0", publisher=publisher, published=published, text=words))


def reading(text: str) -> Reading:
    """The lines of a letter."""
    return read_letter(normalise(text.split("\f")))


def frame(text: str) -> Frame:
    """The frame of a letter."""
    return read_frame(read_rows(reading(text)))


def prose(words: str) -> Prose:
    """Some words as a paragraph of prose."""
    return Prose(read_letter(words), [Passage(PARAGRAPH, 0, len(words))])


def quotes(record: Record, part: str, type_: str | None = None) -> list[str]:
    """What the items of a part of a record quote first, in single spaces; of findings those of a type."""
    return [
        " ".join(item.evidence[0].quote.split())
        for item in getattr(record, part)
        if type_ is None or item.type == type_
    ]
