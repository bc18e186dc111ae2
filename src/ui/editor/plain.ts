/** A plain text area as the editor: there at once, and for good on touch devices. */
import { EDITOR_LABEL, type Edit, type EditorPort, type EditorState, type Marker } from './port.ts';

export class PlainEditor implements EditorPort {
  onChange: (text: string) => void = () => {};
  onCursor: (offset: number) => void = () => {};
  onToggle: () => void = () => {};
  private readonly area = document.createElement('textarea');

  constructor(host: HTMLElement) {
    const { area } = this;
    area.className = 'plain-editor';
    area.spellcheck = false;
    area.autocapitalize = 'off';
    area.autocomplete = 'off';
    area.setAttribute('autocorrect', 'off');
    area.setAttribute('aria-label', EDITOR_LABEL);
    area.wrap = 'off';
    area.addEventListener('input', () => this.onChange(area.value));
    const moved = () => {
      if (document.activeElement === area) this.onCursor(area.selectionStart);
    };
    // `selectionchange` is told to the area in some browsers, to the document in others.
    for (const event of ['selectionchange', 'keyup', 'pointerup', 'input'])
      area.addEventListener(event, moved);
    host.append(area);
  }

  get text(): string {
    return this.area.value;
  }

  open(_key: object, text: string): void {
    this.replace(text);
  }

  replace(text: string): void {
    if (text === '' && this.area.value === '') return; // a place in it would have the page laid out
    this.area.value = text;
    this.area.setSelectionRange(0, 0);
    this.area.scrollTop = this.area.scrollLeft = 0;
  }

  apply(edits: readonly Edit[]): void {
    const { area } = this;
    for (const { span, text } of edits.toReversed()) area.setRangeText(text, span.from, span.to, 'preserve');
    this.onChange(area.value);
  }

  insert(text: string): void {
    const { area } = this;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    this.onChange(area.value);
  }

  showTypes(): void {}

  setMarkers(markers: readonly Marker[]): void {
    this.area.setAttribute('aria-invalid', String(markers.some(({ severity }) => severity === 'error')));
  }

  reveal(offset: number, focus = true): void {
    if (focus) this.area.focus();
    this.area.setSelectionRange(offset, offset);
  }

  focus(): void {
    this.area.focus();
  }

  get selected(): number {
    return this.area.selectionEnd - this.area.selectionStart;
  }

  get state(): EditorState {
    const { selectionStart: from, selectionEnd: to } = this.area;
    return { focused: document.activeElement === this.area, from, to };
  }

  restore({ focused, from, to }: EditorState): void {
    this.area.setSelectionRange(from, to);
    if (focused) this.area.focus();
  }

  dispose(): void {
    this.area.remove();
  }
}
