@NullMarked
package dev.keyturn.adapter.aws.connection;

import org.jspecify.annotations.NullMarked;
