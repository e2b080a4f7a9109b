/// What an operator types, against a running server.
@NullMarked
package com.crmres.bench.operator;

import org.jspecify.annotations.NullMarked;
