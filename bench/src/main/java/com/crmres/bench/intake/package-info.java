/// How fast deliveries become durable, beside what the same PostgreSQL can commit at all.
@NullMarked
package com.crmres.bench.intake;

import org.jspecify.annotations.NullMarked;
