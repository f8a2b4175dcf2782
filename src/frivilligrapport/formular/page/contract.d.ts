// What the program and the page tell each other, and what the page's own parts hand on. All places are offsets into the
// text in UTF-16, as JavaScript slices it; `view.py`, `answering.py` and `preview.py` make what is told here.

/** Characters of the text: from the first to behind the last. */
type Span = number[];
/** Characters to cut, and what is to stand in their place. */
type Cut = [start: number, slut: number, instead: string];

/** The file as a form. `om` says once what holds of a field wherever it stands, `skabeloner` what may be put in. */
interface View {
  dele: ViewNode[];
  om: Record<string, Partial<ViewNode>>;
  skabeloner: Record<string, ViewNode>;
}

/** A text and the form that shows it; the view is null where the program has not made one. */
interface State {
  tekst: string;
  visning: View | null;
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
interface Addition extends Spot {
  tekst: string;
  visning: string;
  forskud: number;
}

/** A field, a group, a list, or an event of last year; each has what its kind needs. */
interface ViewNode {
  type: "felt" | "gruppe" | "liste" | "afholdt";
  sti: string;
  om: string;
  felt: string;
  navn?: string;
  titel?: string;
  ét?: string;
  hjælp?: string;
  sjælden?: boolean;
  start: number;
  slut: number;
  børn?: ViewNode[];
  /** What asks for an answer, and is cut when there is one. */
  mærke?: Span | null;

  slags?: "tekst" | "prosa" | "tal" | "valg" | "liste" | "henvisninger" | "henvisning" | "nøgle" | "periode" | "ja_nej" | "sti";
  værdi?: any;
  valg?: string[];
  forklaringer?: string[];
  forslag?: string[];
  hurtigsvar?: string[];
  krævet?: boolean;
  /** Stands in another shape than the field's: shown, and mended in the text. */
  låst?: boolean;
  /** Is emptied and not taken out: it is all that its group has. */
  bliver?: boolean;
  sidst?: string;
  spørgsmål?: string;
  indryk?: number;
  før?: string;
  mangler?: Missing | null;
  /** Of a list with a line for each item: the characters of each, and those of its lines. */
  punkter?: Span[] | null;

  fjern?: Cut | null;
  tilføj?: Addition | null;
  svar?: string | null;
  svar_felt?: ViewNode | null;

  /** Of an event of last year: the lines that take the place of its remark, and the word that then goes. */
  tekst?: string;
  visning?: string;
  forskud?: number;
  også?: Span | null;
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
  focus: any;
  foundBox: HTMLElement;
  found: Finding[];
  update: (node: ViewNode, isTyping?: boolean) => void;
  isGroup?: boolean;
  left?: boolean;
  fate?: HTMLElement | null;
  invalid?: HTMLElement | null;
  describe?: () => void;
}

/** A part of the file, drawn: as long as the shape is the same, the drawing is kept. */
interface Part {
  shape: string;
  bindings: Binding[];
  root: HTMLElement;
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
  visning: View | null;
  filer: Record<string, string>;
  version: string;
}
