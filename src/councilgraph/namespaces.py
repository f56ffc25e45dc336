"""IRIs of the terms that the graph uses. Written by ontology/make_namespaces.py: change the ontology, not this file."""

from typing import Final

from pyoxigraph import NamedNode


class CG:
    """https://w3id.org/councilgraph/ontology#"""

    Claim: Final = NamedNode("https://w3id.org/councilgraph/ontology#Claim")
    ClaimAssessment: Final = NamedNode("https://w3id.org/councilgraph/ontology#ClaimAssessment")
    Constituency: Final = NamedNode("https://w3id.org/councilgraph/ontology#Constituency")
    Council: Final = NamedNode("https://w3id.org/councilgraph/ontology#Council")
    Delivery: Final = NamedNode("https://w3id.org/councilgraph/ontology#Delivery")
    DeliveryBody: Final = NamedNode("https://w3id.org/councilgraph/ontology#DeliveryBody")
    Document: Final = NamedNode("https://w3id.org/councilgraph/ontology#Document")
    DocumentVersion: Final = NamedNode("https://w3id.org/councilgraph/ontology#DocumentVersion")
    EvidenceSpan: Final = NamedNode("https://w3id.org/councilgraph/ontology#EvidenceSpan")
    Finding: Final = NamedNode("https://w3id.org/councilgraph/ontology#Finding")
    Framework: Final = NamedNode("https://w3id.org/councilgraph/ontology#Framework")
    FrameworkVersion: Final = NamedNode("https://w3id.org/councilgraph/ontology#FrameworkVersion")
    GovernmentDepartment: Final = NamedNode("https://w3id.org/councilgraph/ontology#GovernmentDepartment")
    Grade: Final = NamedNode("https://w3id.org/councilgraph/ontology#Grade")
    Inspection: Final = NamedNode("https://w3id.org/councilgraph/ontology#Inspection")
    Inspectorate: Final = NamedNode("https://w3id.org/councilgraph/ontology#Inspectorate")
    Intervention: Final = NamedNode("https://w3id.org/councilgraph/ontology#Intervention")
    Judgement: Final = NamedNode("https://w3id.org/councilgraph/ontology#Judgement")
    JudgementArea: Final = NamedNode("https://w3id.org/councilgraph/ontology#JudgementArea")
    Overlap: Final = NamedNode("https://w3id.org/councilgraph/ontology#Overlap")
    Parliament: Final = NamedNode("https://w3id.org/councilgraph/ontology#Parliament")
    Partnership: Final = NamedNode("https://w3id.org/councilgraph/ontology#Partnership")
    Person: Final = NamedNode("https://w3id.org/councilgraph/ontology#Person")
    Place: Final = NamedNode("https://w3id.org/councilgraph/ontology#Place")
    PoliticalParty: Final = NamedNode("https://w3id.org/councilgraph/ontology#PoliticalParty")
    Post: Final = NamedNode("https://w3id.org/councilgraph/ontology#Post")
    Publisher: Final = NamedNode("https://w3id.org/councilgraph/ontology#Publisher")
    Representation: Final = NamedNode("https://w3id.org/councilgraph/ontology#Representation")
    ServiceArea: Final = NamedNode("https://w3id.org/councilgraph/ontology#ServiceArea")
    Statistic: Final = NamedNode("https://w3id.org/councilgraph/ontology#Statistic")
    Tenure: Final = NamedNode("https://w3id.org/councilgraph/ontology#Tenure")
    against: Final = NamedNode("https://w3id.org/councilgraph/ontology#against")
    amount: Final = NamedNode("https://w3id.org/councilgraph/ontology#amount")
    area: Final = NamedNode("https://w3id.org/councilgraph/ontology#area")
    assertsFrom: Final = NamedNode("https://w3id.org/councilgraph/ontology#assertsFrom")
    assertsGrade: Final = NamedNode("https://w3id.org/councilgraph/ontology#assertsGrade")
    assertsTo: Final = NamedNode("https://w3id.org/councilgraph/ontology#assertsTo")
    band: Final = NamedNode("https://w3id.org/councilgraph/ontology#band")
    basis: Final = NamedNode("https://w3id.org/councilgraph/ontology#basis")
    byAgent: Final = NamedNode("https://w3id.org/councilgraph/ontology#byAgent")
    claim: Final = NamedNode("https://w3id.org/councilgraph/ontology#claim")
    claimant: Final = NamedNode("https://w3id.org/councilgraph/ontology#claimant")
    comparator: Final = NamedNode("https://w3id.org/councilgraph/ontology#comparator")
    conductedBy: Final = NamedNode("https://w3id.org/councilgraph/ontology#conductedBy")
    conflictsWith: Final = NamedNode("https://w3id.org/councilgraph/ontology#conflictsWith")
    constituency: Final = NamedNode("https://w3id.org/councilgraph/ontology#constituency")
    contributedTo: Final = NamedNode("https://w3id.org/councilgraph/ontology#contributedTo")
    council: Final = NamedNode("https://w3id.org/councilgraph/ontology#council")
    councilType: Final = NamedNode("https://w3id.org/councilgraph/ontology#councilType")
    covers: Final = NamedNode("https://w3id.org/councilgraph/ontology#covers")
    date: Final = NamedNode("https://w3id.org/councilgraph/ontology#date")
    deliveredBy: Final = NamedNode("https://w3id.org/councilgraph/ontology#deliveredBy")
    dfeCode: Final = NamedNode("https://w3id.org/councilgraph/ontology#dfeCode")
    earliestEnd: Final = NamedNode("https://w3id.org/councilgraph/ontology#earliestEnd")
    earliestPublication: Final = NamedNode("https://w3id.org/councilgraph/ontology#earliestPublication")
    earliestStart: Final = NamedNode("https://w3id.org/councilgraph/ontology#earliestStart")
    edtf: Final = NamedNode("https://w3id.org/councilgraph/ontology#edtf")
    endOffset: Final = NamedNode("https://w3id.org/councilgraph/ontology#endOffset")
    evidence: Final = NamedNode("https://w3id.org/councilgraph/ontology#evidence")
    findingType: Final = NamedNode("https://w3id.org/councilgraph/ontology#findingType")
    formerGssCode: Final = NamedNode("https://w3id.org/councilgraph/ontology#formerGssCode")
    framework: Final = NamedNode("https://w3id.org/councilgraph/ontology#framework")
    genre: Final = NamedNode("https://w3id.org/councilgraph/ontology#genre")
    grade: Final = NamedNode("https://w3id.org/councilgraph/ontology#grade")
    gradeLimit: Final = NamedNode("https://w3id.org/councilgraph/ontology#gradeLimit")
    gssCode: Final = NamedNode("https://w3id.org/councilgraph/ontology#gssCode")
    holder: Final = NamedNode("https://w3id.org/councilgraph/ontology#holder")
    inCapacity: Final = NamedNode("https://w3id.org/councilgraph/ontology#inCapacity")
    inPost: Final = NamedNode("https://w3id.org/councilgraph/ontology#inPost")
    inVersion: Final = NamedNode("https://w3id.org/councilgraph/ontology#inVersion")
    inspectedBody: Final = NamedNode("https://w3id.org/councilgraph/ontology#inspectedBody")
    inspection: Final = NamedNode("https://w3id.org/councilgraph/ontology#inspection")
    inspectionKind: Final = NamedNode("https://w3id.org/councilgraph/ontology#inspectionKind")
    interim: Final = NamedNode("https://w3id.org/councilgraph/ontology#interim")
    interventionKind: Final = NamedNode("https://w3id.org/councilgraph/ontology#interventionKind")
    isOverall: Final = NamedNode("https://w3id.org/councilgraph/ontology#isOverall")
    latestEnd: Final = NamedNode("https://w3id.org/councilgraph/ontology#latestEnd")
    latestPublication: Final = NamedNode("https://w3id.org/councilgraph/ontology#latestPublication")
    latestStart: Final = NamedNode("https://w3id.org/councilgraph/ontology#latestStart")
    leadInspector: Final = NamedNode("https://w3id.org/councilgraph/ontology#leadInspector")
    legalBasis: Final = NamedNode("https://w3id.org/councilgraph/ontology#legalBasis")
    listComplete: Final = NamedNode("https://w3id.org/councilgraph/ontology#listComplete")
    measure: Final = NamedNode("https://w3id.org/councilgraph/ontology#measure")
    member: Final = NamedNode("https://w3id.org/councilgraph/ontology#member")
    normaliser: Final = NamedNode("https://w3id.org/councilgraph/ontology#normaliser")
    ofFramework: Final = NamedNode("https://w3id.org/councilgraph/ontology#ofFramework")
    ofVersion: Final = NamedNode("https://w3id.org/councilgraph/ontology#ofVersion")
    ofstedUrn: Final = NamedNode("https://w3id.org/councilgraph/ontology#ofstedUrn")
    outcome: Final = NamedNode("https://w3id.org/councilgraph/ontology#outcome")
    page: Final = NamedNode("https://w3id.org/councilgraph/ontology#page")
    pageCount: Final = NamedNode("https://w3id.org/councilgraph/ontology#pageCount")
    parliament: Final = NamedNode("https://w3id.org/councilgraph/ontology#parliament")
    party: Final = NamedNode("https://w3id.org/councilgraph/ontology#party")
    path: Final = NamedNode("https://w3id.org/councilgraph/ontology#path")
    place: Final = NamedNode("https://w3id.org/councilgraph/ontology#place")
    population: Final = NamedNode("https://w3id.org/councilgraph/ontology#population")
    postType: Final = NamedNode("https://w3id.org/councilgraph/ontology#postType")
    printedArea: Final = NamedNode("https://w3id.org/councilgraph/ontology#printedArea")
    printedDate: Final = NamedNode("https://w3id.org/councilgraph/ontology#printedDate")
    printedGrade: Final = NamedNode("https://w3id.org/councilgraph/ontology#printedGrade")
    printedNumber: Final = NamedNode("https://w3id.org/councilgraph/ontology#printedNumber")
    printedTitle: Final = NamedNode("https://w3id.org/councilgraph/ontology#printedTitle")
    qualifier: Final = NamedNode("https://w3id.org/councilgraph/ontology#qualifier")
    quote: Final = NamedNode("https://w3id.org/councilgraph/ontology#quote")
    quoteHash: Final = NamedNode("https://w3id.org/councilgraph/ontology#quoteHash")
    reader: Final = NamedNode("https://w3id.org/councilgraph/ontology#reader")
    region: Final = NamedNode("https://w3id.org/councilgraph/ontology#region")
    representative: Final = NamedNode("https://w3id.org/councilgraph/ontology#representative")
    rule: Final = NamedNode("https://w3id.org/councilgraph/ontology#rule")
    serviceArea: Final = NamedNode("https://w3id.org/councilgraph/ontology#serviceArea")
    sha256: Final = NamedNode("https://w3id.org/councilgraph/ontology#sha256")
    share: Final = NamedNode("https://w3id.org/councilgraph/ontology#share")
    stage: Final = NamedNode("https://w3id.org/councilgraph/ontology#stage")
    startOffset: Final = NamedNode("https://w3id.org/councilgraph/ontology#startOffset")
    statedIn: Final = NamedNode("https://w3id.org/councilgraph/ontology#statedIn")
    status: Final = NamedNode("https://w3id.org/councilgraph/ontology#status")
    stoodAs: Final = NamedNode("https://w3id.org/councilgraph/ontology#stoodAs")
    subsetOf: Final = NamedNode("https://w3id.org/councilgraph/ontology#subsetOf")
    supports: Final = NamedNode("https://w3id.org/councilgraph/ontology#supports")
    textSha256: Final = NamedNode("https://w3id.org/councilgraph/ontology#textSha256")
    unitKind: Final = NamedNode("https://w3id.org/councilgraph/ontology#unitKind")
    unnamed: Final = NamedNode("https://w3id.org/councilgraph/ontology#unnamed")
    usesScale: Final = NamedNode("https://w3id.org/councilgraph/ontology#usesScale")
    value: Final = NamedNode("https://w3id.org/councilgraph/ontology#value")
    voice: Final = NamedNode("https://w3id.org/councilgraph/ontology#voice")
    windowEnd: Final = NamedNode("https://w3id.org/councilgraph/ontology#windowEnd")
    windowStart: Final = NamedNode("https://w3id.org/councilgraph/ontology#windowStart")


class DCTERMS:
    """http://purl.org/dc/terms/"""

    LicenseDocument: Final = NamedNode("http://purl.org/dc/terms/LicenseDocument")
    description: Final = NamedNode("http://purl.org/dc/terms/description")
    issued: Final = NamedNode("http://purl.org/dc/terms/issued")
    license: Final = NamedNode("http://purl.org/dc/terms/license")
    publisher: Final = NamedNode("http://purl.org/dc/terms/publisher")
    rights: Final = NamedNode("http://purl.org/dc/terms/rights")
    source: Final = NamedNode("http://purl.org/dc/terms/source")
    title: Final = NamedNode("http://purl.org/dc/terms/title")


class FOAF:
    """http://xmlns.com/foaf/0.1/"""

    Agent: Final = NamedNode("http://xmlns.com/foaf/0.1/Agent")
    Person: Final = NamedNode("http://xmlns.com/foaf/0.1/Person")
    name: Final = NamedNode("http://xmlns.com/foaf/0.1/name")


class ORG:
    """http://www.w3.org/ns/org#"""

    ChangeEvent: Final = NamedNode("http://www.w3.org/ns/org#ChangeEvent")
    FormalOrganization: Final = NamedNode("http://www.w3.org/ns/org#FormalOrganization")
    Membership: Final = NamedNode("http://www.w3.org/ns/org#Membership")
    Organization: Final = NamedNode("http://www.w3.org/ns/org#Organization")
    Post: Final = NamedNode("http://www.w3.org/ns/org#Post")
    classification: Final = NamedNode("http://www.w3.org/ns/org#classification")
    identifier: Final = NamedNode("http://www.w3.org/ns/org#identifier")
    member: Final = NamedNode("http://www.w3.org/ns/org#member")
    originalOrganization: Final = NamedNode("http://www.w3.org/ns/org#originalOrganization")
    postIn: Final = NamedNode("http://www.w3.org/ns/org#postIn")
    resultingOrganization: Final = NamedNode("http://www.w3.org/ns/org#resultingOrganization")


class PROV:
    """http://www.w3.org/ns/prov#"""

    Entity: Final = NamedNode("http://www.w3.org/ns/prov#Entity")
    specializationOf: Final = NamedNode("http://www.w3.org/ns/prov#specializationOf")
    wasQuotedFrom: Final = NamedNode("http://www.w3.org/ns/prov#wasQuotedFrom")


class RDF:
    """http://www.w3.org/1999/02/22-rdf-syntax-ns#"""

    type: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """http://www.w3.org/2000/01/rdf-schema#"""

    comment: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
    label: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    seeAlso: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")
    subClassOf: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    subPropertyOf: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")


class SKOS:
    """http://www.w3.org/2004/02/skos/core#"""

    Concept: Final = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    broader: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
    closeMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#closeMatch")
    definition: Final = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
    example: Final = NamedNode("http://www.w3.org/2004/02/skos/core#example")
    inScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    notation: Final = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    relatedMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#relatedMatch")
    scopeNote: Final = NamedNode("http://www.w3.org/2004/02/skos/core#scopeNote")
    topConceptOf: Final = NamedNode("http://www.w3.org/2004/02/skos/core#topConceptOf")


class XSD:
    """http://www.w3.org/2001/XMLSchema#"""

    boolean: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    integer: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    string: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")
