/// What a customer gets for his money: the tax inside, the paper, the square code, its picture.
@NullMarked
package com.crmres.server.receipt;

import org.jspecify.annotations.NullMarked;
