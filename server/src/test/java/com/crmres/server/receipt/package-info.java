/// Tests of receipts.
@NullMarked
package com.crmres.server.receipt;

import org.jspecify.annotations.NullMarked;
