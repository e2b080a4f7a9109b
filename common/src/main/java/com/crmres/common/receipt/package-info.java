/// Receipts: what a customer gets for his money, and who issues it.
@NullMarked
package com.crmres.common.receipt;

import org.jspecify.annotations.NullMarked;
