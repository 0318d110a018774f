package dev.keyturn.domain.edit;

/**
 * Lines that replaced others. Lines have their endings; each character is one byte of the file (ISO
 * 8859-1), so that no encoding is lost.
 *
 * @param line the first line, counted from 1, in the file as it was then
 * @param before the old lines; may be secret
 * @param after the new lines; may be secret
 * @param above a checksum of the line above
 * @param below a checksum of the line below
 */
public record Hunk(int line, String before, String after, long above, long below) {

  /** Without the lines, which may be secret. */
  @Override
  public String toString() {
    return "Hunk[" + line + "]";
  }
}
