package dev.keyturn.cli.adapter.encryptedfile;

/**
 * The cost of one guess of the passphrase: the parameters of Argon2id.
 *
 * @param memory in KiB
 * @param passes the number of passes over the memory
 * @param lanes the degree of parallelism
 */
record KeyCost(int memory, int passes, int lanes) {

  /** The second recommended option of RFC 9106, section 4, for less than 2 GiB of memory. */
  static final KeyCost RECOMMENDED = new KeyCost(64 << 10, 3, 4);

  private static final int MOST_MEMORY = 1 << 20;
  private static final int KIB = 1 << 10;

  /** In KiB: Java's needs in addition to the memory of Argon2id. */
  private static final int OF_JAVA = 24 * KIB;

  private static final int MOST_PASSES = 64;
  private static final int MOST_LANES = 64;

  /** Whether it is affordable: a file must not make its reader run out of memory or time. */
  boolean isBearable() {
    return passes >= 1
        && passes <= MOST_PASSES
        && lanes >= 1
        && lanes <= MOST_LANES
        && memory >= 8 * lanes
        && memory <= MOST_MEMORY;
  }

  /** The minimum heap for it, in MiB; Argon2id's blocks are objects. */
  int heap() {
    return (memory + memory / 8 + OF_JAVA) / KIB;
  }
}
