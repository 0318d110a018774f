@NullMarked
package dev.keyturn.cli.adapter.secretprogram;

import org.jspecify.annotations.NullMarked;
