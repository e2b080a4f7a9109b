/// Amounts in Saudi riyal.
@NullMarked
package com.crmres.common.money;

import org.jspecify.annotations.NullMarked;
