// What the program and the page tell each other, and what the page's own parts hand on. All places are offsets into the
// text in UTF-16, as JavaScript slices it; `view.py`, `answering.py` and `preview.py` make what is told here.

/** Characters of the text: from the first to behind the last. */
type Span = [start: number, slut: number];
/** The characters of an item of a list, and those of its lines. */
type Item = [start: number, slut: number, first: number, last: number];
/** Characters to cut, and what is to stand in their place. */
type Cut = [start: number, slut: number, instead: string];

/** What a field holds: a list of words, or one text. */
type Value = string | string[];

/** The file as a form, as the page has it: each node with all that is told of it, or with what stands for nothing. */
interface View {
  dele: ViewNode[];
  om: Record<string, Told>;
  skabeloner: Record<string, Told>;
  /** The year of what was told before; null where there is none. */
  aar_før: number | null;
}

/** The file as the program tells it. `om` says once what holds of a field wherever it stands, `skabeloner` what may be put in. */
interface ToldView extends Omit<View, "dele"> {
  dele: Told[];
}

/** A node as the program tells it: what it has not, is not told. */
interface Told extends Partial<Omit<ViewNode, "børn" | "svar_felt">> {
  børn?: Told[];
  svar_felt?: Told | null;
}

/** A text and the form that shows it; the view is null where the program has not made one. */
interface State {
  tekst: string;
  visning: View | null;
}

/** A text with its form, as whoever changes it by its form has it. */
interface ShownState extends State {
  visning: View;
}

/** Where something that is not in the text is put in: in place of the characters from `ved` to `slet_til`. */
interface Spot {
  ved: number;
  slet_til: number;
}

/** What to write around a value, so that its field is there. */
interface Missing extends Spot {
  før: string;
  efter: string;
}

/** Lines that may be put in; the places of the template count from `forskud` characters into them. */
interface Addition extends Spot, Snippet {}

/** Lines, and the name of the template that shows them. */
interface Snippet {
  tekst: string;
  visning: string;
  forskud: number;
}

/** A field, a group, a list, or an event of last year. What is not in the text has its places at -1. */
interface ViewNode extends Snippet {
  type: "felt" | "gruppe" | "liste" | "afholdt";
  sti: string;
  om: string;
  felt: string;
  navn: string;
  titel: string;
  /** What one of a list is called. */
  ét: string;
  hjælp: string;
  sjælden: boolean;
  start: number;
  slut: number;
  børn: ViewNode[];
  /** What asks for an answer, and is cut when there is one. */
  mærke: Span | null;
  spørgsmål: string;

  slags: "" | "tekst" | "prosa" | "tal" | "valg" | "liste" | "henvisninger" | "henvisning" | "nøgle" | "periode" | "ja_nej" | "sti";
  værdi: Value;
  valg: string[];
  forklaringer: string[];
  forslag: string[];
  hurtigsvar: string[];
  krævet: boolean;
  /** Stands in another shape than the field's: shown, and mended in the text. */
  låst: boolean;
  /** Is emptied and not taken out: it is all that its group has. */
  bliver: boolean;
  /** What was answered last year. */
  sidst: string;
  indryk: number;
  før: string;
  mangler: Missing | null;
  /** Of a list with a line for each item: the characters of each, and those of its lines. */
  punkter: Item[] | null;

  fjern: Cut | null;
  tilføj: Addition | null;
  svar: string | null;
  svar_felt: ViewNode | null;

  /** Of an event of last year, whose lines take the place of its remark: the word that then goes. */
  også: Span | null;
}

/** A field that is a list with a line for each item. */
interface ListedField extends ViewNode {
  værdi: string[];
  punkter: Item[];
}

/** What becomes of the text: `tekst` in place of `start` to `slut`. */
interface Edit {
  start: number;
  slut: number;
  tekst: string;
  /** How long the line end is behind which lines are put in. */
  linjer: number;
  /** Where something that was to be put in within what was cut is put in now. */
  cutTo: number;
}

/** Where a value was written: in place of what stood from `ved`, with what had to stand behind it. */
interface WrittenPlace {
  ved: number;
  start: number;
  slut: number;
  efter: string;
  edit: Edit;
}

/** What a place is to the edited node, in the view's order. */
type Where = "before" | "around" | "after";

/** What the program finds, in the words of `validate`. */
interface Finding {
  kode: string;
  alvor: "fejl" | "advarsel";
  linje: number;
  kolonne: number;
  til_linje: number;
  til_kolonne: number;
  start: number;
  slut: number;
  besked: string;
  råd: string | null;
  accepteres: boolean;
  erstatninger: Replacement[];
}

interface Replacement {
  tekst: string;
  start: number;
  slut: number;
}

/** A node as it is drawn; `update` shows another node of the same shape in its place. */
interface Binding {
  node: ViewNode;
  name: string;
  root: HTMLElement;
  /** What takes the focus, and what is wrong where something is; null where several things take the answer. */
  focus: HTMLElement;
  invalid: HTMLElement | null;
  foundBox: HTMLElement;
  found: Finding[];
  update: (node: ViewNode, isTyping?: boolean) => void;
  describe: () => void;
  isGroup: boolean;
  left: boolean;
  /** Where it is told what becomes of a figure. */
  fate: HTMLElement | null;
}

/** What takes the answer to a field: what is put on the page, what takes the focus, what has been answered. */
interface Input {
  control: HTMLElement;
  focus: HTMLElement;
  isGroup: boolean;
  read: () => Value;
  write: (value: Value) => void;
}

/** An element's attributes, and what is to be done at its events (`onclick`); nothing comes of false and null. */
type Attributes = Record<string, string | boolean | null | undefined | ((event: Event) => void)>;

/** The ids of what a field is drawn with. */
interface FieldIds {
  input: string;
  help: string;
  last: string;
  found: string;
}

/** Something that may be chosen: what the file calls it, what people do, and what it means. */
interface Option {
  værdi: string;
  navn: string;
  forklaring: string;
}

/** A finding with the binding that it belongs to. */
interface OwnedFinding {
  finding: Finding;
  owner: Binding | null;
}

/** A part of the file, drawn: as long as the shape is the same, the drawing is kept. */
interface Part {
  shape: string;
  bindings: Binding[];
  root: HTMLElement;
}

/** That somebody is typing in a field: what stood there, and in which state they began. */
interface Typing {
  binding: Binding;
  base: ShownState;
  node: ViewNode;
}

/** A state that can be gone back to; what is typed in one go, in a field or in the text, is gone back over at once. */
interface Past {
  state: State;
  label: string;
  typing: { binding: Binding | null } | null;
}

/** What a field is written into: what stands there, the remark behind it, and how lines end. */
interface Surroundings {
  raw: string;
  remark: string;
  lineEnd: string;
  flow: boolean;
}

/** A draft as the browser keeps it: which tab wrote it, when, and whether the text was saved as a file. */
interface Draft extends State {
  fane: string;
  tid: string;
  erGemt: boolean;
}

/** What came of keeping a draft: another tab has written one, or has deleted it. */
type DraftOutcome = "gemt" | "anden fane" | "slettet" | "kan ikke";

type CheckState = "henter" | "klar" | "kan ikke";

/** What the worker answers: each answer has the number of its question. */
interface Answer {
  nr: number;
  fejl?: string;
  fund?: Finding[];
  visning?: ToldView | null;
  forhåndsvisning?: Preview | null;
  tekst?: string | null;
  rettelser?: string[];
  ejer?: Owner | null;
}

/** Whose a file says that it is, and of which year; `anden` where that is another forvaltning. */
interface Owner {
  forvaltning: string;
  aar: string;
  anden: boolean;
}

/** What the report will say of the file. */
interface Preview {
  besked: string;
  sammenfatning: string;
  tal: Figure[];
  kapitel: Chapter;
}

interface Figure {
  start: number;
  navn: string;
  tekst: string;
  tæller: boolean;
  hvordan: string;
}

interface Chapter {
  titel: string;
  overlinje: string;
  besked: string;
  fakta: [string, string][];
  afsnit: Section[];
  historier: Story[];
  forslag: Proposal[];
  mangler: [string, string][];
}

interface Section {
  overskrift: string;
  tekst: Block[];
  svar: string;
  indsatser: ShownIndsats[];
  også: string[];
}

interface ShownIndsats {
  navn: string;
  tilstand: string;
  tal: string[];
  beskrivelse: Block[];
  effekt: Block[];
  oplysninger: string;
}

interface Story {
  titel: string;
  tekst: Block[];
  indsats: string;
  citat: { tekst: string; funktion: string } | null;
}

interface Proposal {
  titel: string;
  begrundelse: Block[];
  gælder_for: string;
}

/** A block of a text; its words are runs, and a table has rows of cells of runs. */
interface Block {
  art: string;
  ord?: Run[];
  citat?: number;
  nummer?: number;
  rækker?: Run[][][];
}

interface Run {
  tekst: string;
  fed?: boolean;
  kursiv?: boolean;
  kode?: boolean;
  sprog?: string;
  ny_linje?: boolean;
}

/** What the page is given of the file that it is for. */
interface PageData {
  forvaltning: string;
  navn: string;
  aar: number;
  formular: string;
  filnavn: string;
  sti: string;
  tekst: string;
  visning: ToldView | null;
  filer: Record<string, string>;
  version: string;
}
