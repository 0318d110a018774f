package dev.keyturn.domain.store;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.Locale;
import java.util.Optional;

/**
 * A store for long-term keys.
 *
 * <pre>
 * place = kind [ ":" address ]
 * </pre>
 *
 * @param kind its kind
 * @param address which store of this kind; empty for the default one
 */
public record StorePlace(Kind kind, String address) {

  /** The kind of a store. The constants are named as in settings, in upper case. */
  public enum Kind {
    /** The credentials file, as every AWS tool reads it. */
    AWS_FILES("the AWS credentials file"),
    /** The keychain of the operating system. */
    KEYCHAIN("the keychain"),
    /** A file that a passphrase opens; the address is its path. */
    ENCRYPTED_FILE("the encrypted file"),
    /** A hardware token; the address is the rest of an RFC 7512 URI. */
    PKCS11("the token"),
    /** The standard Unix password manager; the address is a folder in it. */
    PASS("pass"),
    /** A program that speaks the protocol of Docker's credential helpers; the address names it. */
    PROGRAM("the program");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** Its name in a sentence. */
    public String title() {
      return title;
    }

    /** Its name in settings. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The AWS files. */
  public static final StorePlace AWS_FILES = new StorePlace(Kind.AWS_FILES, "");

  /**
   * Parses a typed place.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for an unknown place
   */
  public static StorePlace parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String address = colon < 0 ? "" : text.substring(colon + 1);
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(name)) {
        return new StorePlace(kind, address).checked();
      }
    }
    throw new Failure.Usage("'" + text + "' is not a place for keys", "use one of " + names())
        .exception();
  }

  /** Parses a place from a file; empty for an unknown place. */
  public static Optional<StorePlace> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private StorePlace checked() {
    boolean needsAddress = kind == Kind.PKCS11 || kind == Kind.PROGRAM;
    boolean takesAddress = kind != Kind.AWS_FILES && kind != Kind.KEYCHAIN;
    if (needsAddress && address.isEmpty()) {
      throw new Failure.Usage("'" + kind.text() + "' needs an address", example()).exception();
    }
    if (!takesAddress && !address.isEmpty()) {
      throw new Failure.Usage("'" + text() + "' must not have an address", "use " + kind.text())
          .exception();
    }
    return this;
  }

  private String example() {
    return kind == Kind.PKCS11
        ? "for example 'pkcs11:token=LABEL?module-path=/usr/lib/softhsm/libsofthsm2.so'"
        : "for example program:docker-credential-osxkeychain";
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (Kind kind : Kind.values()) {
      names.append(names.isEmpty() ? "" : ", ").append(kind.text());
    }
    return names.toString();
  }

  /** Its name in settings. */
  public String text() {
    return address.isEmpty() ? kind.text() : kind.text() + ":" + address;
  }

  @Override
  public String toString() {
    return text();
  }
}
